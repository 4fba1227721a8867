import { type ReactNode, startTransition, useOptimistic } from 'react';
import { useFilterWords } from '../../../i18n/app-filter-words.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';

export interface FilterOption<Value extends string> {
  value: Value;
  label: string;
  /** How many applications it stands for. */
  count: number;
}

export interface FilterBlockProps<Value extends string> {
  title: string;
  options: readonly FilterOption<Value>[];
  chosen: readonly Value[];
  onChange: (chosen: Value[]) => void;
  /** Above the options: a search among them. */
  search?: ReactNode;
}

/** A block of the sidebar: choices of which any may hold, each with the number of applications, and a way to choose none. */
export function FilterBlock<Value extends string>({ title, options, chosen, onChange, search }: FilterBlockProps<Value>) {
  const filters = useFilterWords();
  // The address changes as a transition, after the list behind it is ready; a box shows its tick at once.
  const [shown, setShown] = useOptimistic(chosen);
  const choose = (next: Value[]) =>
    startTransition(() => {
      setShown(next);
      onChange(next);
    });
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">{title}</legend>
      <div className="flex h-5 items-center justify-between">
        <span aria-hidden className="text-xs font-semibold tracking-wide text-muted uppercase">
          {title}
        </span>
        {shown.length > 0 && (
          <button
            type="button"
            aria-label={filters.clearBlock(title)}
            className="rounded-sm text-xs text-accent hover:underline"
            onClick={() => choose([])}
          >
            {filters.clear}
          </button>
        )}
      </div>
      {search}
      <div className="flex max-h-56 flex-col gap-2 overflow-y-auto p-0.5">
        {options.map(({ value, label, count }) => (
          <span key={value} className="flex min-w-0 items-start justify-between gap-1.5">
            <Checkbox
              label={label}
              className="min-w-0 wrap-anywhere"
              checked={shown.includes(value)}
              onChange={({ target }) => choose(target.checked ? [...shown, value] : shown.filter((other) => other !== value))}
            />
            {count > 0 && <span className="shrink-0 rounded-full bg-hover px-1.5 text-xs text-muted">{count}</span>}
          </span>
        ))}
      </div>
    </fieldset>
  );
}
