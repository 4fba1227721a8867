import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import { isLocked } from '../../../live/marathon-actions.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { SegmentedBar } from '../../../ui/SegmentedBar.tsx';
import { LockedNotice } from './LockedNotice.tsx';
import type { BulkRun } from './use-bulk-run.ts';

/** How far a bulk action is, and what of it failed and why. */
export function BulkOutcome({ phase, all, ended, failures }: Exclude<BulkRun, { phase: 'asking' }>) {
  const { bulk: words } = useAppDialogWords();
  return (
    <div className="flex flex-col gap-3">
      <output>{words.progress(ended, all)}</output>
      <SegmentedBar
        label={words.progress(ended, all)}
        total={all}
        segments={[
          { key: 'done', label: words.segments.done, value: ended - failures.length, tone: 'ok' },
          { key: 'failed', label: words.segments.failed, value: failures.length, tone: 'danger' },
        ]}
      />
      {phase === 'ended' && ended < all && <Banner tone="warn">{words.stopped(all - ended)}</Banner>}
      {failures.length > 0 && (
        <Banner tone="danger" title={words.failed(failures.length, all)}>
          <ul className="flex flex-col gap-1">
            {failures.map(({ item, error }) => (
              <li key={item.id}>
                <strong className="font-medium">{item.id}</strong>:{' '}
                {isLocked(error) ? <LockedNotice error={error} /> : error instanceof Error ? error.message : String(error)}
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}
