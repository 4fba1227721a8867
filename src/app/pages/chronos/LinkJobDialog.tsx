import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ChronosJob } from '../../../api/chronos/job.ts';
import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { addParent } from '../../live/chronos-actions.ts';
import { summaryQuery } from '../../live/chronos-queries.ts';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

/** Does in words and by the keyboard what a line drawn between two jobs does. */
export function LinkJobDialog() {
  const { graphPage: words } = useChronosWords();
  const [parent, setParent] = useState('');
  return (
    <JobActionDialog
      title={words.link}
      label={words.linkLabel}
      done={(name) => words.joined(name, parent.trim())}
      action={({ name }) => addParent(name, parent.trim())}
    >
      {(job) => <ParentField job={job} parent={parent} onParent={setParent} />}
    </JobActionDialog>
  );
}

function ParentField({ job, parent, onParent }: { job: ChronosJob; parent: string; onParent: (name: string) => void }) {
  const { graphPage: words } = useChronosWords();
  const list = useId();
  const parents = 'parents' in job ? job.parents : [];
  const others = (useQuery(summaryQuery).data ?? []).map(({ name }) => name).filter((name) => name !== job.name && !parents.includes(name));
  return (
    <>
      {parents.length > 0 && <p>{words.linkText(parents.join(', '))}</p>}
      <Field label={words.parent} required>
        <TextInput list={list} value={parent} onChange={({ target }) => onParent(target.value)} />
      </Field>
      <datalist id={list}>
        {others
          .toSorted((a, b) => a.localeCompare(b))
          .map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
      </datalist>
    </>
  );
}
