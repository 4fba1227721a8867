import { Link } from 'react-router';
import { classNames } from '../util/class-names.ts';
import { type Tone, TONE_FILL } from './tones.ts';

export interface BarSegment {
  key: string;
  label: string;
  value: number;
  tone: Tone;
  /** Drawn hatched: expected but not there yet. */
  hatched?: boolean;
  /** A short way for the pointer; the same link has to be beside the bar, in words. */
  to?: string;
}

const HATCH = 'bg-[repeating-linear-gradient(45deg,transparent_0_3px,color-mix(in_srgb,var(--surface)_55%,transparent)_3px_6px)]';

export interface SegmentedBarProps {
  segments: BarSegment[];
  /** May exceed the sum of the parts; the rest stays empty. */
  total?: number;
  label: string;
  /** Stripes run over the bar: work under way. */
  moving?: boolean;
}

/** Parts of a whole side by side. */
export function SegmentedBar({ segments, total, label, moving = false }: SegmentedBarProps) {
  const sum = segments.reduce((all, segment) => all + segment.value, 0);
  const whole = Math.max(total ?? 0, sum);
  const shown = segments.filter((segment) => segment.value > 0);
  const words = shown.map((segment) => `${segment.value} ${segment.label}`).join(', ');
  return (
    <span className="block w-full min-w-8">
      <span className="sr-only">{words === '' ? label : `${label}: ${words}`}</span>
      <span aria-hidden className={classNames('flex h-2 overflow-hidden rounded-full bg-line', moving && 'moving-stripes')}>
        {shown.map(({ key, value, tone, hatched, to }) => {
          const look = classNames('h-full', TONE_FILL[tone], hatched && HATCH);
          const style = { width: `${(value / whole) * 100}%` };
          return to === undefined ? (
            <span key={key} className={look} style={style} />
          ) : (
            <Link key={key} to={to} tabIndex={-1} className={look} style={style} />
          );
        })}
      </span>
    </span>
  );
}
