import { Link } from 'react-router';
import { ChartFrame } from './ChartFrame.tsx';
import { type Frame, xOf, yOf } from './scale.ts';

/** What happened between two moments, as a bar of two parts. */
export interface Bar {
  from: number;
  at: number;
  /** Stands below, in the colour of danger. */
  bad: number;
  other: number;
  /** Where what is bad about it is listed. */
  to: string;
  /** Says the bar in words. */
  label: string;
}

export interface BarChartProps {
  bars: readonly Bar[];
  spanMs: number;
  end: number;
  max: number;
  label: string;
  axis: readonly [string, string, string];
  formatValue: (value: number) => string;
}

/** Counts over the last while. Bars with something bad in them are links to it. */
export function BarChart({ bars, spanMs, end, max, label, axis, formatValue }: BarChartProps) {
  return (
    <ChartFrame label={label} axis={axis} max={max} spanMs={spanMs} end={end} times={[]} formatValue={formatValue} interactive>
      {(frame) => bars.filter(({ bad, other }) => bad + other > 0).map((bar) => <TimeBar key={bar.from} bar={bar} frame={frame} />)}
    </ChartFrame>
  );
}

function TimeBar({ bar, frame }: { bar: Bar; frame: Frame }) {
  const left = Math.max(0, xOf(bar.from, frame) / frame.width);
  const width = Math.max(0, xOf(bar.at, frame) / frame.width - left);
  const heightOf = (count: number): string => `${(1 - yOf(count, frame) / frame.height) * 100}%`;
  const place = { left: `${left * 100}%`, width: `${width * 100}%` };
  const look = 'absolute inset-y-0 flex min-w-1 flex-col justify-end px-px';
  const parts = (
    <>
      <span className="w-full bg-line-strong/60" style={{ height: heightOf(bar.other) }} />
      <span className="w-full bg-danger-fill" style={{ height: heightOf(bar.bad) }} />
    </>
  );
  if (bar.bad === 0) {
    return (
      <span aria-hidden title={bar.label} className={look} style={place}>
        {parts}
      </span>
    );
  }
  return (
    <Link to={bar.to} aria-label={bar.label} title={bar.label} className={`${look} hover:bg-danger-soft`} style={place}>
      {parts}
    </Link>
  );
}
