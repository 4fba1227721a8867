import { useChronosWords } from '../../i18n/chronos-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import type { EachJob } from './use-each-job.ts';

/** How far it is, and what failed with Chronos' own words. */
export function EachJobOutcome({ progress, failures }: Pick<EachJob, 'progress' | 'failures'>) {
  const { several: words } = useChronosWords();
  if (progress === undefined) return undefined;
  return (
    <>
      <output className="block">{words.progress(progress.done, progress.total, failures.length)}</output>
      {failures.length > 0 && (
        <Banner tone="danger" title={words.failed}>
          <ul>
            {failures.map(({ name, message }) => (
              <li key={name}>
                {name}: {message}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
