import { MoreHorizontal } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { type MesosWords, useMesosWords } from '../../i18n/mesos-words.ts';
import { machineName, type MaintenanceRow } from '../../live/mesos-maintenance.ts';
import { type MaintenanceDialog, mesosPaths } from '../../mesos-paths.ts';
import { keepingSearch } from '../../paths.ts';
import type { Column } from '../../tables/column.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import { formatDateTime } from '../../util/format.ts';

export function maintenanceColumns({ maintenance: words, columns }: MesosWords): Column<MaintenanceRow>[] {
  return [
    {
      id: 'host',
      header: words.host,
      width: 'minmax(8rem, 1.4fr)',
      sortValue: (row) => machineName(row.machine),
      cell: (row) => <span className="font-medium">{machineName(row.machine)}</span>,
    },
    {
      id: 'mode',
      header: words.mode,
      width: '8rem',
      sortValue: (row) => row.mode,
      cell: ({ mode }) => (
        <StatusText tone={mode === 'down' ? 'danger' : 'warn'} hint={words.modeHints[mode]}>
          {words.modes[mode]}
        </StatusText>
      ),
    },
    {
      id: 'begin',
      header: words.begin,
      width: 'minmax(7rem, 1fr)',
      sortValue: (row) => row.begin,
      cell: ({ begin }) => (begin === undefined ? '–' : formatDateTime(begin)),
    },
    {
      id: 'end',
      header: words.end,
      from: 'sm',
      sortValue: (row) => row.end,
      cell: ({ end }) => (end === undefined ? <span className="text-muted">{words.openEnd}</span> : formatDateTime(end)),
    },
    {
      id: 'answers',
      header: words.answers,
      from: 'md',
      cell: ({ accepted, declined }) => <span className="text-muted">{words.answersOf(accepted, declined)}</span>,
    },
    {
      id: 'actions',
      header: columns.actions,
      headerCell: <span className="sr-only">{columns.actions}</span>,
      width: '2.5rem',
      cell: (row) => <MaintenanceMenu row={row} />,
    },
  ];
}

const CHOICES: Record<MaintenanceRow['mode'], MaintenanceDialog[]> = { scheduled: ['take-down', 'cancel'], down: ['take-up'] };

function MaintenanceMenu({ row }: { row: MaintenanceRow }) {
  const { maintenance: words } = useMesosWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const name = machineName(row.machine);
  const labels = { schedule: words.add, 'take-down': words.takeDown, 'take-up': words.takeUp, cancel: words.cancelWindow };
  return (
    <Menu
      acts
      trigger={
        <IconButton label={words.actionsOf(name)} tooltip={false}>
          <MoreHorizontal aria-hidden size={16} />
        </IconButton>
      }
      items={CHOICES[row.mode].map((dialog) => ({
        label: labels[dialog],
        danger: dialog === 'take-down',
        onSelect: () => void navigate(keepingSearch(mesosPaths.maintenanceDialog(dialog, name), search), { preventScrollReset: true }),
      }))}
    />
  );
}
