import type { HealthUnit } from '../../../api/dcos/health.ts';
import type { Messages } from '../../i18n/messages.ts';
import { severity } from '../../live/health-queries.ts';
import { healthTone, healthWord } from '../../live/health-words.ts';
import type { Column } from '../../tables/column.ts';
import { StatusText } from '../../ui/StatusText.tsx';

export function componentColumns({ components, health }: Messages['dcos']): Column<HealthUnit>[] {
  const { columns } = components;
  return [
    {
      id: 'name',
      header: columns.name,
      width: 'minmax(10rem, 1.2fr)',
      sortValue: (unit) => unit.name,
      cell: (unit) => (
        <>
          <span className="block">{unit.name}</span>
          <span className="block text-xs font-normal text-muted">{unit.description}</span>
        </>
      ),
    },
    {
      id: 'unit',
      header: columns.unit,
      from: 'md',
      sortValue: (unit) => unit.id,
      cell: (unit) => <span className="font-mono text-xs text-muted">{unit.id}</span>,
    },
    {
      id: 'health',
      header: columns.health,
      width: '7.5rem',
      sortValue: (unit) => severity(unit.health),
      cell: (unit) => <StatusText tone={healthTone(unit.health)}>{healthWord(unit.health, health)}</StatusText>,
    },
  ];
}
