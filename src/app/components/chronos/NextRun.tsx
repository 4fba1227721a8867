import { useChronosWords } from '../../i18n/chronos-words.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import { formatDateTime, formatRelative } from '../../util/format.ts';
import { useNow } from '../../util/use-now.ts';
import { formatInZone } from './format-in-zone.ts';
import { isOverdue } from './next-run.ts';
import type { JobRow } from './job-rows.ts';

/** When a job runs next: relative, with the time on the job's clock below, and the reader's own on hover or, `full`, below that. */
export function NextRun({ row, full = false }: { row: JobRow; full?: boolean }) {
  const words = useChronosWords();
  const now = useNow();
  if (row.parents.length > 0) {
    const after = words.after(row.parents.join(', '));
    return (
      <span className="line-clamp-2 text-muted" title={after}>
        {after}
      </span>
    );
  }
  if (row.nextRun === undefined) return <span className="text-muted">{row.job === undefined || row.disabled ? '–' : words.noNext}</span>;
  const late = row.state === 'idle' && isOverdue(row.nextRun, now);
  return (
    <time dateTime={new Date(row.nextRun).toISOString()} title={formatDateTime(row.nextRun)}>
      <span className="block">{late ? <StatusText tone="danger">{words.overdue}</StatusText> : formatRelative(row.nextRun, now)}</span>
      <span className="block text-xs text-muted">{words.inZone(formatInZone(row.nextRun, row.zone), row.zone)}</span>
      {full && <span className="block text-xs text-muted">{words.yourTime(formatDateTime(row.nextRun))}</span>}
    </time>
  );
}
