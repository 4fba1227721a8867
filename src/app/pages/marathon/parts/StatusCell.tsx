import { Suspense } from 'react';
import type { AppRow } from '../rules/app-rows.ts';
import { StatusWord } from './StatusWord.tsx';
import { lazyPart } from '../../../util/load-again.ts';

const StatusDetail = lazyPart(async () => ({ default: (await import('./StatusDetail.tsx')).StatusDetail }));

/** The status word and, in one line below it, what a reader wants to know next: progress, reason or failure. */
export function StatusCell({ row }: { row: Extract<AppRow, { kind: 'app' }> }) {
  const { app, queued, status } = row;
  if (status === undefined) return undefined;
  const asksMore = queued !== undefined || app.tasksStaged > 0 || app.tasksRunning < app.instances;
  return (
    <span className="flex min-w-0 flex-col">
      <StatusWord status={status} queued={queued} />
      {asksMore && (
        <Suspense>
          <StatusDetail row={row} />
        </Suspense>
      )}
    </span>
  );
}
