import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { EachJobOutcome } from '../../components/chronos/EachJobOutcome.tsx';
import { JobFailures } from '../../components/chronos/JobFailures.tsx';
import { type JobDocument, jobsOfText } from '../../components/chronos/import-order.ts';
import { type ImportPlan, importPlan } from '../../components/chronos/import-plan.ts';
import { JobNames } from '../../components/chronos/JobNames.tsx';
import { useDialogJob } from '../../components/chronos/use-dialog-job.ts';
import { useEachJob } from '../../components/chronos/use-each-job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { putJob } from '../../live/chronos-actions.ts';
import { summaryQuery } from '../../live/chronos-queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { useToast } from '../../ui/use-toast.ts';

/** Makes the jobs of a file, once it is seen which are new, which are replaced and which would be refused. */
export function ImportJobsDialog() {
  const { several: words } = useChronosWords();
  const { common } = useMessages();
  const { toList: close } = useDialogJob();
  const toast = useToast();
  const { progress, failures, run } = useEachJob();
  const { plan, unreadable, read } = useImportPlan();
  const start = async () => {
    const jobs = plan?.jobs ?? [];
    const failed = await run(jobs.map((job) => ({ name: String(job['name']), action: () => putJob(job) })));
    if (failed > 0) return;
    toast({ tone: 'ok', title: words.imported(jobs.length) });
    close();
  };
  const going = progress !== undefined && progress.done < progress.total;
  const count = plan?.jobs.length ?? 0;
  return (
    <Dialog
      title={words.importTitle}
      onClose={close}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {progress === undefined ? common.cancel : common.close}
          </Button>
          {(progress === undefined || going) && (
            <Button
              variant="primary"
              pending={going}
              disabledReason={plan === undefined ? words.chooseFirst : count === 0 ? words.noJobs : undefined}
              onClick={() => void start()}
            >
              {words.importJobs(count)}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={words.file} hint={words.fileHint} error={unreadable ? words.noJobs : undefined}>
          <TextInput
            type="file"
            accept="application/json,.json"
            onChange={(event) => void read(event.target.files?.[0])}
            className="h-auto py-1.5"
          />
        </Field>
        {plan !== undefined && progress === undefined && <Plan plan={plan} />}
        <EachJobOutcome progress={progress} failures={failures} />
      </div>
    </Dialog>
  );
}

/** What the chosen file would do to the jobs that there are. */
function useImportPlan() {
  const { several: words } = useChronosWords();
  const summaries = useQuery(summaryQuery).data;
  const [file, setFile] = useState<{ jobs: JobDocument[] | undefined }>();
  const existing = useMemo(() => new Set(summaries?.map(({ name }) => name)), [summaries]);
  return {
    plan: useMemo(() => file?.jobs && importPlan(file.jobs, existing, words), [file, existing, words]),
    unreadable: file !== undefined && file.jobs === undefined,
    read: async (chosen: File | undefined) => setFile(chosen && { jobs: jobsOfText(await chosen.text()) }),
  };
}

function Plan({ plan: { made, replaced, wrong } }: { plan: ImportPlan }) {
  const { several: words } = useChronosWords();
  return (
    <>
      {made.length > 0 && (
        <div>
          <p>{words.importNew(made.length)}</p>
          <p className="text-muted">{made.join(', ')}</p>
        </div>
      )}
      {replaced.length > 0 && (
        <div>
          <p>{words.importReplaced(replaced.length)}</p>
          <JobNames names={replaced} />
        </div>
      )}
      {wrong.length > 0 && <JobFailures tone="warn" title={words.importWrong} failures={wrong} />}
    </>
  );
}
