import { useChronosWords } from '../../i18n/chronos-words.ts';
import { JobFailures } from './JobFailures.tsx';
import type { EachJob } from './use-each-job.ts';

/** How far it is, and what failed with Chronos' own words. */
export function EachJobOutcome({ progress, failures }: Pick<EachJob, 'progress' | 'failures'>) {
  const { several: words } = useChronosWords();
  if (progress === undefined) return undefined;
  return (
    <>
      <output className="block">{words.progress(progress.done, progress.total, failures.length)}</output>
      {failures.length > 0 && <JobFailures tone="danger" title={words.failed} failures={failures} />}
    </>
  );
}
