import { useState } from 'react';
import { useNavigate } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { EachJobOutcome } from '../../components/chronos/EachJobOutcome.tsx';
import { importOrder, type JobDocument, jobsOfText } from '../../components/chronos/import-order.ts';
import { useEachJob } from '../../components/chronos/use-each-job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { putJob } from '../../live/chronos-actions.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { TextInput } from '../../ui/TextInput.tsx';

/** Makes the jobs of a file, parents first. Jobs of the same names are replaced. */
export function ImportJobsDialog() {
  const { several: words } = useChronosWords();
  const { common } = useMessages();
  const navigate = useNavigate();
  const { progress, failures, run } = useEachJob();
  const [jobs, setJobs] = useState<JobDocument[]>();
  const [wrong, setWrong] = useState(false);
  const close = () => void navigate(chronosPaths.jobs());
  const read = async (file: File | undefined) => {
    const found = file && jobsOfText(await file.text());
    setJobs(found && importOrder(found));
    setWrong(file !== undefined && found === undefined);
  };
  const start = () => void run((jobs ?? []).map((job) => ({ name: String(job['name']), action: () => putJob(job) })));
  const going = progress !== undefined && progress.done < progress.total;
  return (
    <Dialog
      title={words.importTitle}
      onClose={close}
      footer={
        <>
          <Button variant="ghost" onClick={close}>
            {progress === undefined ? common.cancel : common.close}
          </Button>
          <Button variant="primary" pending={going} disabledReason={jobs === undefined ? words.chooseFirst : undefined} onClick={start}>
            {words.importJobs(jobs?.length ?? 0)}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={words.file} hint={words.fileHint} error={wrong ? words.noJobs : undefined}>
          <TextInput
            type="file"
            accept="application/json,.json"
            onChange={(event) => void read(event.target.files?.[0])}
            className="h-auto py-1.5"
          />
        </Field>
        <EachJobOutcome progress={progress} failures={failures} />
      </div>
    </Dialog>
  );
}
