import { Link } from 'react-router';
import type { VipBackend, VipUsage } from '../../../api/dcos/vips.ts';
import type { NetworkWords } from '../../i18n/network-words.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../tables/column.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { formatBytes, formatCount } from '../../util/format.ts';
import { formatLatency } from './format-latency.ts';
import { BACKEND_TONES, type Carried, servingBackends, totalOf } from './vip-totals.ts';

/** What passed, as columns: `of` gives a count of a row. */
function carriedColumns<Row>(
  { columns }: NetworkWords,
  of: (row: Row, field: Carried) => number,
  from: Partial<Record<Carried, Column<Row>['from']>>,
): Column<Row>[] {
  const column = (id: Carried, width: string, format: (value: number) => string): Column<Row> => ({
    id,
    header: columns[id],
    width,
    align: 'end',
    ...(from[id] && { from: from[id] }),
    sortValue: (row) => of(row, id),
    cell: (row) => format(of(row, id)),
  });
  return [
    column('open', '4rem', formatCount),
    column('opened', '6.5rem', formatCount),
    column('bytesIn', '4.5rem', formatBytes),
    column('bytesOut', '4.5rem', formatBytes),
  ];
}

export function vipColumns(words: NetworkWords): Column<VipUsage>[] {
  const { columns } = words;
  return [
    { id: 'vip', header: columns.vip, width: 'minmax(10rem, 1fr)', sortValue: ({ vip }) => vip, cell: ({ vip }) => vip },
    {
      id: 'address',
      header: columns.address,
      width: '14rem',
      from: 'md',
      sortValue: ({ address }) => address,
      cell: ({ address, port, protocol, problem }) => (
        <span className="font-mono text-xs">{problem === undefined ? `${address}:${port}/${protocol}` : words.notListening}</span>
      ),
      aside: ({ address, port }) => <CopyButton text={`${address}:${port}`} label={words.copyAddress} />,
    },
    {
      id: 'backends',
      header: columns.backends,
      width: '6rem',
      align: 'end',
      sortValue: servingBackends,
      cell: (row) => words.backendsOf(servingBackends(row), row.backends.length),
    },
    ...carriedColumns<VipUsage>(words, totalOf, { open: 'sm', opened: 'xl', bytesIn: 'lg', bytesOut: 'lg' }),
  ];
}

export function backendColumns(words: NetworkWords): Column<VipBackend>[] {
  const { columns } = words;
  return [
    {
      id: 'backend',
      header: columns.backend,
      width: '9.5rem',
      sortValue: ({ ip, port }) => `${ip}:${port}`,
      cell: ({ ip, port }) => <span className="font-mono text-xs">{`${ip}:${port}`}</span>,
    },
    {
      id: 'state',
      header: columns.state,
      width: '6.5rem',
      sortValue: ({ state }) => state,
      cell: ({ state }) => (
        <StatusText tone={BACKEND_TONES[state]} hint={words.stateHints[state]}>
          {words.states[state]}
        </StatusText>
      ),
    },
    {
      id: 'task',
      header: columns.task,
      width: 'minmax(6rem, 1fr)',
      from: 'md',
      sortValue: ({ taskId }) => taskId,
      cell: ({ agentId, taskId }) => (
        <Link to={paths.nodeTask(agentId, taskId)} className="block truncate text-accent hover:underline" title={taskId}>
          {taskId}
        </Link>
      ),
    },
    ...carriedColumns<VipBackend>(words, (row, field) => row[field], { open: 'sm', opened: 'xl', bytesIn: 'lg', bytesOut: 'lg' }),
    ...trustColumns(words),
  ];
}

/** How well a backend takes connections. */
const trustColumns = (words: NetworkWords): Column<VipBackend>[] => [
  {
    id: 'failed',
    header: words.columns.failed,
    width: '4rem',
    align: 'end',
    from: 'xl',
    sortValue: ({ failed }) => failed,
    cell: ({ failed }) => formatCount(failed),
  },
  {
    id: 'latency',
    header: words.columns.latency,
    help: { label: words.columns.latency, content: words.latencyHelp },
    width: '6rem',
    align: 'end',
    from: 'md',
    sortValue: ({ latencyMs }) => latencyMs ?? undefined,
    cell: ({ latencyMs }) => (latencyMs === null ? '–' : words.latencyMs(formatLatency(latencyMs))),
  },
];
