import { type PointerEvent, type ReactNode, useState } from 'react';
import { type Frame, nearestTime } from './scale.ts';

const WIDTH = 600;
const HEIGHT = 120;
const LINES = [1, 0.5, 0];
const STRIPES = [1, 3, 5, 7];
const STRIPE_COUNT = 8;

export interface ChartFrameProps {
  /** Says the chart in words, for those who do not see it. */
  label: string;
  axis: readonly [string, string, string];
  max: number;
  spanMs: number;
  end: number;
  /** The moments that the pointer can be on. */
  times: readonly number[];
  formatValue: (value: number) => string;
  /** Keeps what is drawn for all to read and to reach: it has links. */
  interactive?: boolean;
  children: (frame: Frame, pointed: number | undefined) => ReactNode;
}

/** Axes, lines and stripes of a chart over time, and where the pointer is on it. */
export function ChartFrame({ label, axis, max, spanMs, end, times, formatValue, interactive = false, children }: ChartFrameProps) {
  const [pointer, setPointer] = useState<number>();
  const frame: Frame = { end, spanMs, max, width: WIDTH, height: HEIGHT };
  const pointed = pointer === undefined ? undefined : nearestTime(times, pointer, frame);
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPointer((event.clientX - box.left) / box.width);
  };
  return (
    <figure className="grid flex-1 grid-cols-[auto_1fr] grid-rows-[1fr_auto] gap-x-2 text-[11px] leading-none text-muted">
      <figcaption className="sr-only">{label}</figcaption>
      <span aria-hidden className="flex flex-col justify-between text-right">
        {LINES.map((line) => (
          <span key={line} className="h-0 -translate-y-1">
            {formatValue(line * max)}
          </span>
        ))}
      </span>
      <div aria-hidden={!interactive} className="relative min-h-24" onPointerMove={follow} onPointerLeave={() => setPointer(undefined)}>
        <span aria-hidden>
          {STRIPES.map((stripe) => (
            <span
              key={stripe}
              className="absolute inset-y-0 bg-text/4"
              style={{ left: `${(stripe / STRIPE_COUNT) * 100}%`, width: `${100 / STRIPE_COUNT}%` }}
            />
          ))}
          {LINES.map((line) => (
            <span key={line} className="absolute inset-x-0 border-t border-line" style={{ bottom: `${line * 100}%` }} />
          ))}
        </span>
        {children(frame, pointed)}
      </div>
      <span />
      <span aria-hidden className="flex justify-between pt-2">
        {axis.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </span>
    </figure>
  );
}
