import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { ChronosJob } from '../../../api/chronos/job.ts';
import { BULK_ACTIONS, type BulkJobAction, chronosPaths } from '../../chronos-paths.ts';
import { EachJobOutcome } from '../../components/chronos/EachJobOutcome.tsx';
import { JobNames } from '../../components/chronos/JobNames.tsx';
import { useEachJob } from '../../components/chronos/use-each-job.ts';
import { useJobSelection } from '../../components/chronos/use-job-selection.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { deleteJob, runJob, setDisabled, stopJob } from '../../live/chronos-actions.ts';
import { jobsQuery } from '../../live/chronos-queries.ts';
import { keepingSearch } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const ACTIONS: Record<BulkJobAction, (job: ChronosJob) => Promise<void>> = {
  run: ({ name }) => runJob(name, ''),
  stop: ({ name }) => stopJob(name),
  pause: (job) => setDisabled(job, true),
  resume: (job) => setDisabled(job, false),
  delete: ({ name }) => deleteJob(name),
};

/** Asks once for all jobs that are ticked, names them, and tells what became of each. */
export function BulkJobsDialog() {
  const { several: words, actions } = useChronosWords();
  const { common } = useMessages();
  const navigate = useNavigate();
  const { search } = useLocation();
  const wanted = useParams()['action'];
  const action = BULK_ACTIONS.find((each) => each === wanted) ?? 'run';
  const { names } = useJobSelection();
  const jobs = (useQuery(jobsQuery).data ?? []).filter(({ name }) => names.has(name));
  const { progress, failures, run } = useEachJob();
  const close = () => void navigate(keepingSearch(chronosPaths.jobs(), search), { preventScrollReset: true });
  const start = () => void run(jobs.map((job) => ({ name: job.name, action: () => ACTIONS[action](job) })));
  const going = progress !== undefined && progress.done < progress.total;
  return (
    <Dialog
      title={words.title(actions[action], names.size)}
      onClose={close}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {progress === undefined ? common.cancel : common.close}
          </Button>
          {(progress === undefined || going) && (
            <Button variant={action === 'delete' ? 'danger' : 'primary'} pending={going} onClick={start}>
              {actions[action]}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {action === 'delete' && <p>{words.deleteText}</p>}
        <JobNames names={[...names]} />
        <EachJobOutcome progress={progress} failures={failures} />
      </div>
    </Dialog>
  );
}
