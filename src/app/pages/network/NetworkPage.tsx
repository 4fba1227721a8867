import { useQuery } from '@tanstack/react-query';
import { Network } from 'lucide-react';
import { useMemo } from 'react';
import type { VipUsage } from '../../../api/dcos/vips.ts';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { vipFields } from '../../components/network/network-fields.ts';
import { ResolveName } from '../../components/network/ResolveName.tsx';
import { SimulatedNote } from '../../components/network/SimulatedNote.tsx';
import { vipColumns } from '../../components/network/vip-columns.tsx';
import { useNetworkWords } from '../../i18n/network-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { vipUsagesQuery } from '../../live/network-queries.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

const BY_NAME = { id: 'vip', descending: false };
const rowKey = ({ vip, protocol }: VipUsage): string => `${vip}/${protocol}`;
const rowLink = ({ vip, protocol }: VipUsage): string => paths.vip(vip, protocol);

/** The virtual addresses of the cluster with what passes through each, and a way to ask for any name. */
export function NetworkPage() {
  const words = useNetworkWords();
  const { data, error, refetch } = useQuery(vipUsagesQuery);
  const columns = useMemo(() => vipColumns(words), [words]);
  return (
    <Page title={words.title}>
      {data?.simulated && data.vips.length > 0 && <SimulatedNote />}
      <SearchableTable
        title={words.vips}
        name="vips"
        columns={columns}
        rows={data?.vips}
        rowKey={rowKey}
        rowLink={rowLink}
        fields={vipFields}
        initialSort={BY_NAME}
        failure={error}
        onRetry={() => void refetch()}
        empty={
          <EmptyState icon={<Network aria-hidden size={28} />} title={words.none}>
            {words.noneHint}
          </EmptyState>
        }
      />
      <ResolveName />
    </Page>
  );
}
