import { useState } from 'react';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { type TriggerKind, triggerOf, withTrigger } from './job-document.ts';
import { useJobFields } from './job-form-context.ts';
import { ScheduleFields } from './ScheduleFields.tsx';

const KINDS: readonly TriggerKind[] = ['scheduled', 'dependent'];

/** By the clock or after other jobs, and the fields of that. A look at the other kind loses nothing of the one before. */
export function TriggerFields() {
  const { trigger: words } = useJobFormWords();
  const { job, change } = useJobFields();
  const [kept, setKept] = useState(job);
  const kind = triggerOf(job);
  const choose = (next: TriggerKind) => {
    const { schedule, scheduleTimeZone, parents } = withTrigger(job, next, { ...DAILY, ...kept, ...job });
    setKept({ ...kept, ...job });
    change({ schedule, scheduleTimeZone, parents });
  };
  return (
    <>
      <fieldset className="flex flex-wrap gap-x-6 gap-y-1">
        <legend className="mb-1 text-xs font-medium text-muted">{words.label}</legend>
        {KINDS.map((each) => (
          <label key={each} className="flex items-center gap-2 text-sm">
            <input type="radio" name="trigger" checked={kind === each} onChange={() => choose(each)} className="accent-(--accent-fill)" />
            {words[each]}
          </label>
        ))}
      </fieldset>
      {kind === 'scheduled' ? <ScheduleFields /> : <ParentFields />}
    </>
  );
}

const DAILY = { schedule: 'R//P1D', scheduleTimeZone: '' };
/** More would be a wall of names. */
const MOST_SHOWN = 40;

function ParentFields() {
  const { trigger: words } = useJobFormWords();
  const { job, change, errorAt, others } = useJobFields();
  const [text, setText] = useState('');
  const value: unknown = job['parents'];
  const parents = Array.isArray(value) ? value.map(String) : [];
  const wanted = text.trim().toLowerCase();
  // The chosen ones first, also those that are no more.
  const found = [...parents, ...others.filter((name) => !parents.includes(name) && name.toLowerCase().includes(wanted))];
  const error = errorAt('/parents');
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby="parents-hint">
      <legend className="mb-1 text-xs font-medium text-muted">{words.parents}</legend>
      <p id="parents-hint" className="text-xs text-muted">
        {others.length === 0 && parents.length === 0 ? words.noParents : words.parentsHint}
      </p>
      {others.length > 8 && <SearchInput label={words.findParents} value={text} onChange={setText} className="sm:w-64" />}
      <div className="flex max-h-48 flex-wrap gap-x-5 gap-y-2 overflow-y-auto">
        {found.slice(0, MOST_SHOWN).map((name) => (
          <Checkbox
            key={name}
            label={name}
            aria-invalid={error !== undefined || undefined}
            checked={parents.includes(name)}
            onChange={({ target }) => change({ parents: target.checked ? [...parents, name] : parents.filter((each) => each !== name) })}
          />
        ))}
      </div>
      {found.length > MOST_SHOWN && <p className="text-xs text-muted">{words.more(found.length - MOST_SHOWN)}</p>}
      {error !== undefined && <p className="text-xs text-danger">{error}</p>}
    </fieldset>
  );
}
