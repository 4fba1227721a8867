import { useMessages } from '../../../i18n/messages.ts';
import { Checkbox } from '../../../ui/Checkbox.tsx';
import { APP_STATUSES, type AppStatus } from '../rules/app-status.ts';

export interface StatusFilterProps {
  counts: ReadonlyMap<AppStatus, number>;
  chosen: readonly AppStatus[];
  onChange: (chosen: AppStatus[]) => void;
}

/** Statuses that Marathon's own sidebar lists always; the other two only when there is one. */
const ALWAYS: ReadonlySet<AppStatus> = new Set<AppStatus>(['running', 'deploying', 'suspended', 'delayed', 'waiting']);

/** Which statuses to show, with the number of applications of each before filtering. */
export function StatusFilter({ counts, chosen, onChange }: StatusFilterProps) {
  const { list, status: words } = useMessages().marathon;
  const shown = APP_STATUSES.filter((status) => ALWAYS.has(status) || counts.has(status) || chosen.includes(status));
  return (
    <fieldset className="flex gap-x-4 gap-y-2 max-xl:flex-wrap xl:w-38 xl:shrink-0 xl:flex-col">
      <legend className="mb-2 text-xs font-semibold tracking-wide text-muted uppercase">{list.status}</legend>
      {shown.map((status) => {
        const count = counts.get(status) ?? 0;
        return (
          <span key={status} className="flex items-center justify-between gap-1.5">
            <Checkbox
              label={words.words[status]}
              checked={chosen.includes(status)}
              onChange={(event) => onChange(event.target.checked ? [...chosen, status] : chosen.filter((other) => other !== status))}
            />
            {count > 0 && <span className="rounded-full bg-hover px-1.5 text-xs text-muted">{count}</span>}
          </span>
        );
      })}
    </fieldset>
  );
}
