import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { BULK_ACTIONS, type BulkJobAction } from '../../chronos-paths.ts';
import { childrenOf, jobsFor } from '../../components/chronos/bulk-jobs.ts';
import { EachJobOutcome } from '../../components/chronos/EachJobOutcome.tsx';
import type { JobRow } from '../../components/chronos/job-rows.ts';
import { JobNames } from '../../components/chronos/JobNames.tsx';
import { useJobsContext } from '../../components/chronos/use-chosen-jobs.ts';
import { useDialogJob } from '../../components/chronos/use-dialog-job.ts';
import { useEachJob } from '../../components/chronos/use-each-job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { deleteJob, runJob, setDisabled, stopJob } from '../../live/chronos-actions.ts';
import { summaryQuery } from '../../live/chronos-queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const ACTIONS: Record<BulkJobAction, (name: string) => Promise<void>> = {
  run: (name) => runJob(name, ''),
  stop: stopJob,
  pause: (name) => setDisabled(name, true),
  resume: (name) => setDisabled(name, false),
  delete: deleteJob,
};

/** Asks once for all jobs that are ticked, names them, and tells what became of each. */
export function BulkJobsDialog() {
  const { chosen } = useJobsContext();
  const wanted = useParams()['action'];
  const action = BULK_ACTIONS.find((each) => each === wanted);
  if (action === undefined || chosen === undefined) return undefined;
  return <Loaded action={action} chosen={chosen} />;
}

function Loaded({ action, chosen }: { action: BulkJobAction; chosen: readonly JobRow[] }) {
  const { several: words, actions } = useChronosWords();
  const { common } = useMessages();
  // What is done changes the list behind, and with it what is ticked there.
  const [{ rows, leftOut }] = useState(() => jobsFor(action, chosen));
  const { progress, failures, run } = useEachJob();
  const { toList: close } = useDialogJob();
  const names = rows.map(({ name }) => name);
  const going = progress !== undefined && progress.done < progress.total;
  return (
    <Dialog
      title={words.title(actions[action], rows.length)}
      onClose={close}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {progress === undefined ? common.cancel : common.close}
          </Button>
          {(progress === undefined || going) && (
            <Button
              variant={action === 'delete' ? 'danger' : 'primary'}
              pending={going}
              disabledReason={names.length === 0 ? words.nothingToDo : undefined}
              onClick={() => void run(names.map((name) => ({ name, action: () => ACTIONS[action](name) })))}
            >
              {actions[action]}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {action === 'delete' && <p>{words.deleteText}</p>}
        <JobNames names={names} />
        {action === 'delete' ? <Children names={names} /> : leftOut > 0 && <p className="text-muted">{words.leftOut[action](leftOut)}</p>}
        <EachJobOutcome progress={progress} failures={failures} />
      </div>
    </Dialog>
  );
}

/** Who runs after the jobs that are to be deleted. */
function Children({ names }: { names: readonly string[] }) {
  const { several: words } = useChronosWords();
  const summaries = useQuery(summaryQuery).data ?? [];
  const [children] = useState(() => childrenOf(summaries, new Set(names)));
  if (children.length === 0) return undefined;
  return (
    <div>
      <p>{words.deleteChildren}</p>
      <JobNames names={children} />
    </div>
  );
}
