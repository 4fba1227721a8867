import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { HealthUnit } from '../../../api/dcos/health.ts';
import { useComponentsWords } from '../../i18n/components-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { nodeUnitsQuery } from '../../live/node-health.ts';
import { paths } from '../../paths.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { componentColumns } from '../health/component-columns.tsx';
import { unitFields } from '../health/health-fields.ts';
import { HealthTable } from '../health/HealthTable.tsx';

const rowKey = (unit: HealthUnit): string => unit.id;
const NO_UNITS: HealthUnit[] = [];

/** How the components of a node are; each leads to what it says there. `ip`: the address that 3dt knows the node by. */
export function NodeHealth({ ip }: { ip: string }) {
  const words = useComponentsWords();
  const { units: own } = useNodesWords();
  const { health } = useMessages().dcos;
  const { data, error, refetch } = useQuery(nodeUnitsQuery(ip));
  const columns = useMemo(() => componentColumns(words, health), [words, health]);
  return (
    <HealthTable
      label={own.title}
      columns={columns}
      rows={data === null ? NO_UNITS : data}
      rowKey={rowKey}
      rowLink={(unit) => paths.componentOnNode(unit.id, ip)}
      filterLabel={words.filter}
      fields={unitFields}
      noMatch={words.noMatch}
      failure={error}
      onRetry={() => void refetch()}
      empty={<EmptyState title={own.none} />}
    />
  );
}
