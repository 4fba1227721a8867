import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { VipBackend } from '../../../api/dcos/vips.ts';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { backendFields } from '../../components/network/network-fields.ts';
import { SimulatedNote } from '../../components/network/SimulatedNote.tsx';
import { backendColumns } from '../../components/network/vip-columns.tsx';
import { useNetworkWords } from '../../i18n/network-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { vipUsagesQuery } from '../../live/network-queries.ts';
import { paths } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const BY_ADDRESS = { id: 'backend', descending: false };
const rowKey = ({ ip, port, taskId }: VipBackend): string => `${ip}:${port} ${taskId}`;

/** One virtual address: where it listens, and which tasks get its connections. */
export function VipPage() {
  const words = useNetworkWords();
  const { vip: name = '', protocol = '' } = useParams();
  const { data, error, refetch } = useQuery(vipUsagesQuery);
  const columns = useMemo(() => backendColumns(words), [words]);
  const vip = data?.vips.find((each) => each.vip === name && each.protocol === protocol);
  return (
    <Page
      title={name}
      crumbs={[{ label: words.title, to: paths.network() }]}
      below={
        vip && (
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
            <span>{vip.protocol.toUpperCase()}</span>
            <span className="flex items-center gap-1">
              {words.columns.address}
              <span className="font-mono text-xs text-text">{`${vip.address}:${vip.port}`}</span>
              <CopyButton text={`${vip.address}:${vip.port}`} label={words.copyAddress} />
            </span>
          </p>
        )
      }
    >
      {data?.simulated && <SimulatedNote />}
      {vip?.problem !== undefined && (
        <Banner tone="danger" title={words.notListening}>
          {vip.problem}
        </Banner>
      )}
      {vip && vip.refused > 0 && <Banner tone="warn">{words.refused(vip.refused)}</Banner>}
      {data && !vip ? (
        <EmptyState title={words.gone(name)} action={<ButtonLink to={paths.network()}>{words.toVips}</ButtonLink>}>
          {words.goneHint}
        </EmptyState>
      ) : (
        <SearchableTable
          title={words.columns.backends}
          name="backends"
          columns={columns}
          rows={vip?.backends}
          rowKey={rowKey}
          fields={backendFields}
          initialSort={BY_ADDRESS}
          failure={error}
          onRetry={() => void refetch()}
          empty={<EmptyState title={words.noBackends}>{words.noBackendsHint}</EmptyState>}
        />
      )}
    </Page>
  );
}
