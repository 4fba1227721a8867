import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { type JobDocument, mergedEdit } from '../../forms/job/job-document.ts';
import { JobEditor } from '../../forms/job/JobEditor.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { jobQuery } from '../../live/chronos-queries.ts';

/** Sends what was changed over what Chronos has by then, so that runs meanwhile are neither repeated nor uncounted. */
export function EditJobDialog() {
  const words = useJobFormWords();
  const { dialogs } = useChronosWords();
  const { name = '' } = useParams();
  const client = useQueryClient();
  const job = useQuery(jobQuery(name));
  const sent = async (entered: JobDocument, start: JobDocument): Promise<JobDocument> => {
    const latest = await client.fetchQuery({ ...jobQuery(name), staleTime: 0 });
    if (latest === null) throw new Error(words.gone(name));
    return mergedEdit(start, entered, { ...latest });
  };
  return (
    <JobEditor
      key={name}
      title={words.editJob(name)}
      draftKey={`job:edit:${name}`}
      submitLabel={words.change}
      done={words.changed}
      start={() => (job.data ? { ...job.data } : undefined)}
      failure={job.data === null ? dialogs.notThere(name) : job.error?.message}
      edit
      sent={sent}
    />
  );
}
