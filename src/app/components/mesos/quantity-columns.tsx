import type { MesosWords } from '../../i18n/mesos-words.ts';
import { QUANTITY_KINDS, type Quantities } from '../../live/mesos-quantities.ts';
import type { Column } from '../../tables/column.ts';
import { formatQuantity } from './format-quantity.ts';

const WIDTHS: Record<keyof Quantities, string> = { cpus: '4.5rem', gpus: '3.5rem', mem: '6rem', disk: '6rem' };

/** One column for each kind; few have GPUs, so theirs gives way first. */
export function quantityColumns<Row>({ columns }: MesosWords, quantities: (row: Row) => Quantities): Column<Row>[] {
  return QUANTITY_KINDS.map((kind) => ({
    id: kind,
    header: columns[kind],
    width: WIDTHS[kind],
    align: 'end',
    from: kind === 'cpus' || kind === 'mem' ? 'md' : 'xl',
    sortValue: (row) => quantities(row)[kind],
    cell: (row) => <span className="whitespace-nowrap tabular-nums">{formatQuantity(kind, quantities(row)[kind])}</span>,
  }));
}

/** `0.5 / 2`: a part of a whole in one cell. GPUs are left to the pages of single things: few have any, and pairs take room. */
export function shareColumns<Row>(
  words: MesosWords,
  header: (kind: string) => string,
  part: (row: Row) => Partial<Quantities> | undefined,
  whole: (row: Row) => Quantities,
): Column<Row>[] {
  return (['cpus', 'mem', 'disk'] as const).map((kind) => ({
    id: kind,
    header: header(words.columns[kind]),
    headerCell: words.columns[kind],
    width: kind === 'cpus' ? '5rem' : '9rem',
    align: 'end',
    from: kind === 'disk' ? 'xl' : 'md',
    sortValue: (row) => part(row)?.[kind],
    cell: (row) => (
      <span className="whitespace-nowrap tabular-nums">
        {formatQuantity(kind, part(row)?.[kind])}
        <span className="text-muted"> / {formatQuantity(kind, whole(row)[kind])}</span>
      </span>
    ),
  }));
}
