import { classNames } from '../util/class-names.ts';

const FILLS = { cpu: 'bg-cpu', mem: 'bg-mem', disk: 'bg-disk', accent: 'bg-accent' };

/** How much of a total is in use: a bar and its percentage. `fraction` is 0 to 1; `label` names it for screen readers. */
export function UsageBar({ fraction, label, color = 'accent' }: { fraction: number; label: string; color?: keyof typeof FILLS }) {
  const percent = Math.round(Math.min(Math.max(fraction, 0), 1) * 100);
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span aria-hidden className="h-1.5 w-full min-w-6 max-w-24 overflow-hidden rounded-full bg-line">
        <span className={classNames('block h-full rounded-full', FILLS[color])} style={{ width: `${percent}%` }} />
      </span>
      <span className="w-9 shrink-0 text-right text-xs text-muted">
        <span className="sr-only">{label} </span>
        {percent}%
      </span>
    </span>
  );
}
