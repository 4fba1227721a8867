import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { duplicateOf } from '../../forms/job/job-document.ts';
import { JobEditor } from '../../forms/job/JobEditor.tsx';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { jobQuery } from '../../live/chronos-queries.ts';

export function DuplicateJobDialog() {
  const words = useJobFormWords();
  const { dialogs } = useChronosWords();
  const { name = '' } = useParams();
  const job = useQuery(jobQuery(name));
  return (
    <JobEditor
      key={name}
      title={words.duplicateJob(name)}
      draftKey={`job:duplicate:${name}`}
      submitLabel={words.create}
      done={words.created}
      start={(taken) => (job.data ? duplicateOf(job.data, taken) : undefined)}
      failure={job.data === null ? dialogs.notThere(name) : job.error?.message}
    />
  );
}
