import { formatDateTime, formatRelative } from '../util/format.ts';
import { useNow } from '../util/use-now.ts';

/** "3 minutes ago", with the exact time on hover. Milliseconds since the epoch; nothing for a time that is not known. */
export function RelativeTime({ at }: { at: number | undefined }) {
  const now = useNow();
  if (at === undefined || Number.isNaN(at)) return undefined;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatDateTime(at)} className="text-muted">
      {formatRelative(at, now)}
    </time>
  );
}
