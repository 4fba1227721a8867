import { Pencil } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { type MesosWords, useMesosWords } from '../../i18n/mesos-words.ts';
import { QUANTITY_KINDS, type Quantities } from '../../live/mesos-quantities.ts';
import type { Role } from '../../live/mesos-roles.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { keepingSearch } from '../../paths.ts';
import type { Column } from '../../tables/column.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { Breakpoint } from '../../util/use-breakpoint.ts';
import { formatQuantity } from './format-quantity.ts';

type Group = 'allocated' | 'offered' | 'reserved' | 'consumed' | 'guarantee' | 'limit';
const FROM: Record<Group, Breakpoint> = { allocated: 'sm', offered: 'xl', reserved: 'lg', consumed: 'xl', guarantee: 'md', limit: 'md' };

export function roleColumns(words: MesosWords, frameworkNames: ReadonlyMap<string, string>): Column<Role>[] {
  const { columns, roles } = words;
  const namesOf = (row: Role): string => row.frameworks.map((id) => frameworkNames.get(id) ?? id).join(', ');
  return [
    {
      id: 'role',
      header: columns.role,
      width: 'minmax(7rem, 1.4fr)',
      sortValue: (row) => row.name,
      cell: (row) => <span className="font-medium">{row.name}</span>,
    },
    { id: 'weight', header: columns.weight, width: '4rem', align: 'end', sortValue: (row) => row.weight, cell: (row) => row.weight },
    { id: 'frameworks', header: words.frameworks.title, from: 'lg', sortValue: namesOf, cell: namesOf },
    ...(Object.keys(FROM) as Group[]).map((group) => groupColumn(group, roles.groups[group])),
    {
      id: 'actions',
      header: columns.actions,
      headerCell: <span className="sr-only">{columns.actions}</span>,
      width: '2.5rem',
      interactive: true,
      cell: (row) => <QuotaButton role={row.name} />,
    },
  ];
}

function groupColumn(group: Group, header: string): Column<Role> {
  return {
    id: group,
    header,
    from: FROM[group],
    sortValue: (row) => row[group].cpus ?? 0,
    cell: (row) => <Amounts amounts={row[group]} />,
  };
}

/** Only what there is of each kind: most roles have little. */
function Amounts({ amounts }: { amounts: Partial<Quantities> }) {
  const { columns } = useMesosWords();
  const kinds = QUANTITY_KINDS.filter((kind) => (amounts[kind] ?? 0) > 0);
  if (kinds.length === 0) return <span className="text-muted">–</span>;
  return kinds.map((kind) => (
    <span key={kind} className="block whitespace-nowrap tabular-nums">
      {formatQuantity(kind, amounts[kind])} <span className="text-xs text-muted">{columns[kind]}</span>
    </span>
  ));
}

function QuotaButton({ role }: { role: string }) {
  const { roles } = useMesosWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  return (
    <IconButton
      label={roles.editQuota(role)}
      onClick={() => void navigate(keepingSearch(mesosPaths.quota(role), search), { preventScrollReset: true })}
    >
      <Pencil aria-hidden size={15} />
    </IconButton>
  );
}
