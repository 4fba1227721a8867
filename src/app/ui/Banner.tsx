import type { ReactNode } from 'react';
import { classNames } from '../util/class-names.ts';
import { StatusIcon } from './StatusIcon.tsx';
import { type Tone, TONE_SOFT } from './tones.ts';

/** A notice within the page. `danger` is announced at once. */
export function Banner({ tone, title, children, action }: { tone: Tone; title?: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={classNames('flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-3.5 py-2.5 text-sm', TONE_SOFT[tone])}
    >
      <span className="mt-0.5">
        <StatusIcon tone={tone} />
      </span>
      <div className="min-w-0 flex-1 basis-60 wrap-anywhere">
        {title !== undefined && <strong className="block font-semibold">{title}</strong>}
        {children}
      </div>
      {action}
    </div>
  );
}
