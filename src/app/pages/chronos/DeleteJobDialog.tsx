import type { ChronosJob } from '../../../api/chronos/job.ts';
import { JobActionDialog } from '../../components/chronos/JobActionDialog.tsx';
import { JobNames } from '../../components/chronos/JobNames.tsx';
import { useChildren } from '../../components/chronos/use-children.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { deleteJob } from '../../live/chronos-actions.ts';

export function DeleteJobDialog() {
  const { dialogs: words, actions } = useChronosWords();
  return (
    <JobActionDialog
      title={words.deleteTitle}
      label={actions.delete}
      danger
      leaves
      done={words.deleted}
      action={({ name }) => deleteJob(name)}
    >
      {(job) => (
        <>
          <p>{words.deleteText}</p>
          <Children job={job} />
        </>
      )}
    </JobActionDialog>
  );
}

/** What becomes of the jobs that run after it. */
function Children({ job }: { job: ChronosJob }) {
  const { dialogs: words } = useChronosWords();
  const children = useChildren(job.name);
  if (children.length === 0) return undefined;
  return (
    <div>
      <p>{'parents' in job ? words.deleteInherit(job.parents.join(', ')) : words.deleteSchedule}</p>
      <JobNames names={children} />
    </div>
  );
}
