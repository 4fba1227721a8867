import { Link } from 'react-router';
import type { useAppWords } from '../../../i18n/app-words.ts';
import type { Column } from '../../../tables/column.ts';
import { StatusText } from '../../../ui/StatusText.tsx';
import type { Tone } from '../../../ui/tones.ts';
import { formatMegabytes } from '../../../util/format.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';
import type { AppVolume, VolumeStatus } from '../rules/app-volumes.ts';
import { hostName, type Machines } from '../rules/machines.ts';

const TONES: Record<VolumeStatus, Tone> = { attached: 'ok', detached: 'idle', unavailable: 'warn' };
type Words = ReturnType<typeof useAppWords>['volume'];

export function VolumeStatusText({ status, words }: { status: VolumeStatus; words: Words }) {
  return (
    <StatusText tone={TONES[status]} hint={words.statusHints[status]}>
      {words.status[status]}
    </StatusText>
  );
}

/** The columns of the volumes of an app or of one instance. */
export function volumeColumns(appId: string, words: Words, machines: Machines): Column<AppVolume>[] {
  const { columns } = words;
  return [
    {
      id: 'id',
      header: columns.id,
      width: 'minmax(9rem, 2fr)',
      interactive: true,
      cell: ({ id }) => <VolumeLink appId={appId} id={id} />,
      sortValue: ({ id }) => id,
    },
    {
      id: 'host',
      header: columns.host,
      width: 'minmax(5rem, 1fr)',
      from: 'md',
      cell: ({ host }) => (host === undefined ? '–' : hostName(machines, host)),
      sortValue: ({ host }) => host,
    },
    { id: 'type', header: columns.type, width: '6rem', from: 'sm', cell: ({ type }) => words.types[type], sortValue: ({ type }) => type },
    {
      id: 'path',
      header: columns.containerPath,
      width: 'minmax(5rem, 1fr)',
      from: 'sm',
      cell: ({ containerPath }) => containerPath,
      sortValue: ({ containerPath }) => containerPath,
    },
    {
      id: 'size',
      header: columns.size,
      width: '5rem',
      align: 'end',
      from: 'md',
      cell: ({ size }) => (size === undefined ? '–' : formatMegabytes(size)),
      sortValue: ({ size }) => size,
    },
    {
      id: 'mode',
      header: columns.mode,
      width: '8rem',
      from: 'lg',
      cell: ({ mode }) => words.modes[mode] ?? mode,
      sortValue: ({ mode }) => mode,
    },
    {
      id: 'status',
      header: columns.status,
      width: '7.5rem',
      interactive: true,
      cell: ({ status }) => <VolumeStatusText status={status} words={words} />,
      sortValue: ({ status }) => status,
    },
  ];
}

function VolumeLink({ appId, id }: { appId: string; id: string }) {
  const places = useMarathonPaths();
  return (
    <Link to={places.appVolume(appId, id)} className="rounded-sm font-medium break-all hover:text-accent hover:underline">
      {id}
    </Link>
  );
}
