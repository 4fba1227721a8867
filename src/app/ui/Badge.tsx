import type { ReactNode } from 'react';
import { classNames } from '../util/class-names.ts';
import { type Tone, TONE_SOFT, TONE_TEXT } from './tones.ts';

export function Badge({ tone = 'idle', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-block max-w-full truncate rounded-full border px-2 py-px align-bottom text-xs font-medium',
        TONE_SOFT[tone],
        tone === 'idle' ? 'text-muted' : TONE_TEXT[tone],
      )}
    >
      {children}
    </span>
  );
}
