import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { filledJob } from '../../components/catalog/filled-document.ts';
import { packageNamed } from '../../components/catalog/packages.ts';
import { newJob } from '../../forms/job/job-document.ts';
import { JobEditor } from '../../forms/job/JobEditor.tsx';
import { useJobFormWords } from '../../i18n/job-form-words.ts';

/** A new job, empty or filled from the catalog (`?package=cron-demo`). */
export function CreateJobDialog() {
  const [search] = useSearchParams();
  const item = packageNamed(search.get('package'));
  const words = useJobFormWords();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [job] = useState(() => newJob(new Date(), zone));
  return (
    <JobEditor
      title={words.newJob}
      submitLabel={words.create}
      done={words.created}
      draftKey={item === undefined ? 'job:create' : `job:create:${item.name}`}
      start={(taken) => (item === undefined ? job : filledJob(item, taken, zone))}
      failure={undefined}
    />
  );
}
