import type { ReactNode } from 'react';
import { StatusIcon } from './StatusIcon.tsx';
import { Tooltip } from './Tooltip.tsx';
import type { Tone } from './tones.ts';

/** A status as icon and word; `hint` says more on hover and focus. */
export function StatusText({ tone, children, hint }: { tone: Tone; children: ReactNode; hint?: ReactNode }) {
  const look = 'inline-flex min-w-0 max-w-full items-center gap-1.5 align-bottom';
  const inside = (
    <>
      <StatusIcon tone={tone} />
      <span className="truncate">{children}</span>
    </>
  );
  if (hint === undefined) return <span className={look}>{inside}</span>;
  return (
    <Tooltip content={hint}>
      <button type="button" className={`${look} cursor-help rounded-sm text-left`}>
        {inside}
      </button>
    </Tooltip>
  );
}
