import { VersionDiff } from '../../components/version-diff/VersionDiff.tsx';
import { useJobFormWords } from '../../i18n/job-form-words.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { writeJson } from '../json/json-text.ts';
import type { JobDocument } from './job-document.ts';

/** What will be sent: of an edit the difference to the job that is there. */
export function JobReview({ job, before }: { job: JobDocument; before: JobDocument | undefined }) {
  const words = useJobFormWords();
  return (
    <div className="px-5 py-4">
      {before === undefined ? (
        <CodeBlock code={writeJson(job)} label={words.sent} />
      ) : (
        <VersionDiff before={before} after={job} beforeLabel={words.now} afterLabel={words.after} />
      )}
    </div>
  );
}
