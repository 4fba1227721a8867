import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { chronosKeys } from '../../live/chronos-queries.ts';

export interface EachJob {
  /** undefined before it was begun. */
  progress: { done: number; total: number } | undefined;
  failures: { name: string; message: string }[];
  /** One after the other; a failure does not keep the others from their turn. Resolves to how many failed. */
  run: (jobs: readonly { name: string; action: () => Promise<void> }[]) => Promise<number>;
}

/** Does something to several jobs, and tells how far it is and what failed. */
export function useEachJob(): EachJob {
  const client = useQueryClient();
  const [progress, setProgress] = useState<EachJob['progress']>();
  const [failures, setFailures] = useState<EachJob['failures']>([]);
  return {
    progress,
    failures,
    async run(jobs) {
      let failed = 0;
      setFailures([]);
      setProgress({ done: 0, total: jobs.length });
      for (const [index, { name, action }] of jobs.entries()) {
        try {
          await action();
        } catch (error) {
          const message = error instanceof Error ? error.message : String(error);
          failed += 1;
          setFailures((before) => [...before, { name, message }]);
        }
        setProgress({ done: index + 1, total: jobs.length });
      }
      await client.invalidateQueries({ queryKey: chronosKeys.all });
      return failed;
    },
  };
}
