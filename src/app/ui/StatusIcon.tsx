import { CircleAlert, CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import { classNames } from '../util/class-names.ts';
import { Spinner } from './Spinner.tsx';
import { type Tone, TONE_TEXT } from './tones.ts';

const ICONS = { ok: CircleCheck, warn: CircleAlert, danger: CircleX, idle: CircleDashed };

/** A shape and a colour for each tone, so that colour is never the only sign. `info` is work under way and turns. */
export function StatusIcon({ tone, size = 16 }: { tone: Tone; size?: number }) {
  if (tone === 'info') {
    return (
      <span className={TONE_TEXT.info}>
        <Spinner size={size} />
      </span>
    );
  }
  const Icon = ICONS[tone];
  return <Icon aria-hidden size={size} className={classNames('shrink-0', TONE_TEXT[tone])} />;
}
