import { type PointerEvent, useState } from 'react';
import { areaPath, type Frame, linePath, nearestPoint, type Point, runs, xOf, yOf } from './scale.ts';

const WIDTH = 600;
const HEIGHT = 120;
const LINES = [0, 0.5, 1];

export interface AreaChartProps {
  points: readonly Point[];
  spanMs: number;
  max: number;
  /** Says the chart in words, for those who do not see it. */
  label: string;
  /** A CSS colour. */
  color: string;
  formatValue: (value: number) => string;
  formatAge: (seconds: number) => string;
}

/** A value over the last while. The newest sample is at the right edge; times without samples stay empty. */
export function AreaChart({ points, spanMs, max, label, color, formatValue, formatAge }: AreaChartProps) {
  const [pointer, setPointer] = useState<number>();
  const newest = points.at(-1);
  const frame: Frame = { end: newest?.at ?? 0, spanMs, max, width: WIDTH, height: HEIGHT };
  const marked = pointer === undefined ? newest : nearestPoint(points, pointer, frame);
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    setPointer((event.clientX - box.left) / box.width);
  };
  return (
    <figure className="grid flex-1 grid-cols-[auto_1fr] grid-rows-[1fr_auto] gap-x-2 text-[11px] leading-none text-muted">
      <figcaption className="sr-only">{label}</figcaption>
      <span aria-hidden className="flex flex-col-reverse justify-between text-right">
        {LINES.map((line) => (
          <span key={line} className="h-0 -translate-y-1">
            {formatValue(line * max)}
          </span>
        ))}
      </span>
      <div aria-hidden className="relative min-h-24" onPointerMove={follow} onPointerLeave={() => setPointer(undefined)}>
        <Curve points={points} frame={frame} color={color} />
        {marked && (
          <span
            className="absolute size-2 -translate-1/2 rounded-full ring-2 ring-surface"
            style={{
              left: `${(xOf(marked.at, frame) / WIDTH) * 100}%`,
              top: `${(yOf(marked.value, frame) / HEIGHT) * 100}%`,
              background: color,
            }}
          />
        )}
        {marked && pointer !== undefined && (
          <span className="absolute top-1 left-1/2 -translate-x-1/2 rounded-md border border-line bg-raised px-2 py-1.5 text-text shadow-pop">
            {formatValue(marked.value)}
            <span className="text-muted"> · {formatAge(Math.round((frame.end - marked.at) / 1000))}</span>
          </span>
        )}
      </div>
      <span />
      <span aria-hidden className="flex justify-between pt-2">
        <span>−{spanMs / 1000} s</span>
        <span>−{spanMs / 2000} s</span>
        <span>0</span>
      </span>
    </figure>
  );
}

function Curve({ points, frame, color }: { points: readonly Point[]; frame: Frame; color: string }) {
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" className="absolute inset-0 size-full overflow-visible">
      {LINES.map((line) => {
        const y = yOf(line * frame.max, frame);
        return <line key={line} x1={0} x2={WIDTH} y1={y} y2={y} className="stroke-line" vectorEffect="non-scaling-stroke" />;
      })}
      {runs(points).map((run) => (
        <g key={run[0]?.at}>
          <path d={areaPath(run, frame)} fill={color} opacity={0.2} />
          <path
            d={linePath(run, frame)}
            fill="none"
            stroke={color}
            strokeWidth={1.75}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </svg>
  );
}
