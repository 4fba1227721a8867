import { useMemo } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { type ServicesWords, useServicesWords } from '../../i18n/services-words.ts';
import type { Column } from '../../tables/column.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';
import { EndpointLinks } from './parts/EndpointLinks.tsx';
import { useAppContext } from './parts/use-app.ts';
import { useMachines } from './parts/use-machines.ts';
import { appEndpoints, type InstanceEndpoint } from './rules/app-endpoints.ts';
import { type InstanceHealth, serviceDiscovery } from './rules/app-facts.ts';

const TONES: Record<InstanceHealth, Tone> = { healthy: 'ok', unhealthy: 'danger', unknown: 'idle' };
const BY_ADDRESS = { id: 'address', descending: false };
const rowKey = ({ taskId, address }: InstanceEndpoint): string => `${taskId} ${address}`;

/** Where the instances of an app can be reached, each of their ports, and under which names others find the app. */
export function EndpointsTab() {
  const { endpoints: words } = useServicesWords();
  const { marathon } = useMessages();
  const { app, stale } = useAppContext();
  const machines = useMachines();
  const rows = useMemo(() => appEndpoints(app, machines), [app, machines]);
  const columns = useMemo(() => endpointColumns(app.id, words, marathon.health), [app.id, words, marathon.health]);
  const names = serviceDiscovery(app);
  return (
    <div className="flex flex-col gap-3">
      {names.length > 0 && (
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="text-muted">{words.balanced}</span>
          {names.map((name) => (
            <span key={name} className="inline-flex items-center gap-1 font-mono text-xs">
              {name}
              <CopyButton text={name} />
            </span>
          ))}
        </p>
      )}
      <DataTable
        label={words.label}
        columns={columns}
        rows={rows}
        rowKey={rowKey}
        initialSort={BY_ADDRESS}
        stale={stale}
        empty={<EmptyState title={words.none}>{words.noneHint}</EmptyState>}
      />
    </div>
  );
}

function endpointColumns(
  appId: string,
  words: ServicesWords['endpoints'],
  health: Record<InstanceHealth, string>,
): Column<InstanceEndpoint>[] {
  return [
    {
      id: 'address',
      header: words.address,
      width: 'minmax(9rem, 2fr)',
      interactive: true,
      cell: ({ address, url }) => (
        <span className="inline-flex items-center gap-1 font-medium">
          <EndpointLinks endpoints={[{ address, url, name: undefined }]} />
          <CopyButton text={address} />
        </span>
      ),
      sortValue: ({ address }) => address,
    },
    { id: 'name', header: words.name, from: 'sm', cell: ({ name }) => name ?? '–', sortValue: ({ name }) => name },
    { id: 'host', header: words.host, from: 'sm', cell: ({ host }) => host, sortValue: ({ host }) => host },
    {
      id: 'health',
      header: words.health,
      width: '7rem',
      cell: (row) => <StatusText tone={TONES[row.health]}>{health[row.health]}</StatusText>,
      sortValue: (row) => row.health,
    },
    {
      id: 'instance',
      header: words.instance,
      width: 'minmax(9rem, 2.5fr)',
      from: 'md',
      interactive: true,
      cell: ({ taskId }) => <TaskLink appId={appId} taskId={taskId} />,
      sortValue: ({ taskId }) => taskId,
    },
  ];
}

function TaskLink({ appId, taskId }: { appId: string; taskId: string }) {
  const places = useMarathonPaths();
  return (
    <Link to={places.task(appId, taskId)} className="rounded-sm font-mono text-xs break-all hover:text-accent hover:underline">
      {taskId}
    </Link>
  );
}
