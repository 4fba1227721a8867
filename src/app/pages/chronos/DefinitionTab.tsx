import { useOutletContext } from 'react-router';
import type { ChronosJob } from '../../../api/chronos/job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';

/** The job as Chronos keeps it. */
export function DefinitionTab() {
  const job = useOutletContext<ChronosJob>();
  const { tabs } = useChronosWords();
  return <CodeBlock code={JSON.stringify(job, undefined, 2)} label={tabs.definition} />;
}
