import { useState } from 'react';
import { newJob } from '../../forms/job/job-document.ts';
import { JobEditor } from '../../forms/job/JobEditor.tsx';
import { useJobFormWords } from '../../i18n/job-form-words.ts';

export function CreateJobDialog() {
  const words = useJobFormWords();
  const [job] = useState(() => newJob(new Date(), new Intl.DateTimeFormat().resolvedOptions().timeZone));
  return (
    <JobEditor
      title={words.newJob}
      submitLabel={words.create}
      done={words.created}
      draftKey="job:create"
      start={() => job}
      failure={undefined}
    />
  );
}
