import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

/** Why something in a list needs a look, and since when, in one line below its name. */
export function Reason({ since, children }: { since: number | undefined; children: string }) {
  const words = useDashboardWords();
  return (
    <span className="flex justify-between gap-3 pt-0.5 text-xs text-muted">
      <span className="truncate" title={children}>
        {children}
      </span>
      {since !== undefined && (
        <span className="shrink-0">
          <span className="sr-only">{words.since} </span>
          <RelativeTime at={since} />
        </span>
      )}
    </span>
  );
}
