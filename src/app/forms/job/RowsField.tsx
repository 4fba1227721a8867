import { Plus, Trash2 } from 'lucide-react';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Field } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { isTrueAt, textAt } from '../json/document-parts.ts';
import type { JsonObject } from '../json/json-kind.ts';
import { useJobFields } from './job-form-context.ts';
import { ChoiceField } from './JobFields.tsx';

export interface RowColumn {
  /** Key of the row. */
  key: string;
  label: string;
  /** Values with their words; `flag` for yes or no; else text. */
  kind?: 'flag' | Readonly<Record<string, string>>;
  /** Text that is emptied leaves the row. */
  optional?: boolean;
  /** Where a cell is within its row in the paths of problems; `/<key>` without it. */
  at?: string;
}

export interface RowsFieldProps {
  label: string;
  /** Of the list in the job: `/container/volumes`. */
  path: string;
  hint?: string;
  rows: readonly JsonObject[];
  columns: readonly RowColumn[];
  /** What a new row is. */
  empty: JsonObject;
  onRows: (rows: readonly JsonObject[]) => void;
}

/** A list of things that have a few fields each. What a row has beyond its columns stays in it. */
export function RowsField({ label, path, hint, rows, columns, empty, onRows }: RowsFieldProps) {
  const words = useJobFormWords();
  const { ownErrorAt } = useJobFields();
  const error = ownErrorAt(path);
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      {hint !== undefined && <p className="text-xs text-muted">{hint}</p>}
      {[...rows.entries()].map(([index, row]) => (
        // Rows have no identity of their own, and none is put between others.
        <div key={index} className="flex flex-wrap items-start gap-2">
          {columns.map((column) => (
            <Cell
              key={column.key}
              column={column}
              path={`${path}(${index})${column.at ?? `/${column.key}`}`}
              row={row}
              onRow={(changed) => onRows(rows.map((each, at) => (at === index ? changed : each)))}
            />
          ))}
          <IconButton
            label={words.remove(label, index + 1)}
            className="mt-5.5"
            onClick={() => onRows(rows.filter((_, at) => at !== index))}
          >
            <Trash2 aria-hidden size={16} />
          </IconButton>
        </div>
      ))}
      {error !== undefined && <p className="text-xs text-danger">{error}</p>}
      <Button size="sm" variant="ghost" className="self-start" onClick={() => onRows([...rows, empty])}>
        <Plus aria-hidden size={14} />
        {words.add(label)}
      </Button>
    </fieldset>
  );
}

interface CellProps {
  column: RowColumn;
  path: string;
  row: JsonObject;
  onRow: (row: JsonObject) => void;
}

function Cell({ column, path, row, onRow }: CellProps) {
  const { errorAt, touch } = useJobFields();
  const error = errorAt(path);
  const { key, label, kind, optional } = column;
  const set = (value: unknown) => {
    const { [key]: _, ...rest } = row;
    onRow(value === '' && optional ? rest : { ...row, [key]: value });
  };
  if (kind === 'flag')
    return <Checkbox label={label} className="pt-7" checked={isTrueAt(row, key)} onChange={({ target }) => set(target.checked)} />;
  if (kind !== undefined) return <ChoiceField label={label} value={textAt(row, key)} options={kind} error={error} onChange={set} />;
  return (
    <Field label={label} error={error} className="min-w-32 flex-1">
      <TextInput value={textAt(row, key)} onChange={({ target }) => set(target.value)} onBlur={() => touch(path)} />
    </Field>
  );
}
