import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router';
import type { UnitNode } from '../../../api/dcos/health.ts';
import { unitNodeColumns } from '../../components/health/component-columns.tsx';
import { unitNodeFields } from '../../components/health/health-fields.ts';
import { HealthTable } from '../../components/health/HealthTable.tsx';
import { useComponentsWords } from '../../i18n/components-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { unitNodesQuery, unitQuery } from '../../live/health-queries.ts';
import { healthTone, healthWord } from '../../live/health-words.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusText } from '../../ui/StatusText.tsx';

const rowKey = (node: UnitNode): string => node.host_ip;

/** One component: the nodes that have it, and how it is on each. */
export function ComponentPage() {
  const words = useComponentsWords();
  const { health } = useMessages().dcos;
  const unitId = useParams()['unitId'] ?? '';
  const unit = useQuery(unitQuery(unitId));
  const nodes = useQuery(unitNodesQuery(unitId));
  const columns = useMemo(() => unitNodeColumns(words, health), [words, health]);
  return (
    <Page
      title={unit.data?.name ?? unitId}
      crumbs={[{ label: words.title, to: paths.components() }]}
      below={
        unit.data && (
          <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
            <StatusText tone={healthTone(unit.data.health)}>{healthWord(unit.data.health, health)}</StatusText>
            <span>{unit.data.description}</span>
            <span className="font-mono text-xs leading-5">{unit.data.id}</span>
          </p>
        )
      }
    >
      <HealthTable
        label={words.nodes}
        filterLabel={words.filterNodes}
        fields={unitNodeFields}
        columns={columns}
        rows={nodes.data}
        rowKey={rowKey}
        rowLink={(node) => paths.componentOnNode(unitId, node.host_ip)}
        noMatch={words.noNodeMatch}
        failure={nodes.error}
        onRetry={() => void nodes.refetch()}
        empty={<EmptyState title={words.noNodes} />}
      />
    </Page>
  );
}
