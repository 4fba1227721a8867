import { useMesosWords } from '../../i18n/mesos-words.ts';
import { QUANTITY_KINDS, type Quantities } from '../../live/mesos-quantities.ts';
import { formatQuantity } from './format-quantity.ts';

export interface QuantityRow {
  label: string;
  /** undefined: not known. */
  quantities: Partial<Quantities> | undefined;
}

/** CPUs, GPUs, memory and disk in columns, one line for each state that they can be in. */
export function QuantityTable({ title, rows }: { title: string; rows: QuantityRow[] }) {
  const { columns } = useMesosWords();
  return (
    <table className="w-full text-sm" aria-label={title}>
      <thead>
        <tr className="text-xs text-muted">
          <th scope="col">
            <span className="sr-only">{title}</span>
          </th>
          {QUANTITY_KINDS.map((kind) => (
            <th key={kind} scope="col" className="pb-1 pl-2 text-right font-medium">
              {columns[kind]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, quantities }) => (
          <tr key={label} className="border-t border-line">
            <th scope="row" className="py-1 text-left font-normal text-muted">
              {label}
            </th>
            {QUANTITY_KINDS.map((kind) => (
              <td key={kind} className="py-1 pl-2 text-right whitespace-nowrap tabular-nums">
                {formatQuantity(kind, quantities?.[kind])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
