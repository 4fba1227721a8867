import { ChartFrame } from './ChartFrame.tsx';
import { areaPath, type Frame, linePath, type Point, runs, xOf, yOf } from './scale.ts';

export interface Series {
  key: string;
  label: string;
  /** A CSS colour. */
  color: string;
  points: readonly Point[];
  /** `area`: filled down to the bottom; `dashed`: told from the others without colour. */
  look: 'area' | 'line' | 'dashed';
}

export interface TimeChartProps {
  series: readonly Series[];
  spanMs: number;
  /** The usual distance of two points. */
  stepMs: number;
  /** The time at the right edge. */
  end: number;
  max: number;
  /** Says the chart in words, for those who do not see it. */
  label: string;
  /** Words at the left edge, the middle and the right edge. */
  axis: readonly [string, string, string];
  formatValue: (value: number) => string;
  formatTime: (at: number) => string;
}

const DASHES = '5 4';

/** Values over the last while. The newest are at the right edge; times without any stay empty. */
export function TimeChart({ series, spanMs, stepMs, end, max, label, axis, formatValue, formatTime }: TimeChartProps) {
  const times = series.flatMap(({ points }) => points.map(({ at }) => at));
  return (
    <ChartFrame label={label} axis={axis} max={max} spanMs={spanMs} end={end} times={times} formatValue={formatValue}>
      {(frame, pointed) => (
        <>
          <svg
            viewBox={`0 0 ${frame.width} ${frame.height}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            {series.map((each) => (
              <Curve key={each.key} series={each} frame={frame} stepMs={stepMs} />
            ))}
          </svg>
          {series.map((each) => (
            <Mark key={each.key} series={each} frame={frame} at={pointed} />
          ))}
          {pointed !== undefined && (
            <div className="pointer-events-none absolute top-1 left-1/2 z-10 -translate-x-1/2 rounded-md border border-line bg-raised px-2 py-1.5 whitespace-nowrap shadow-pop">
              <p className="pb-1 text-muted">{formatTime(pointed)}</p>
              {series.map((each) => {
                const point = each.points.find(({ at }) => at === pointed);
                return (
                  point && (
                    <p key={each.key} className="flex items-center gap-1.5 pt-0.5 text-text">
                      <span className="size-2 rounded-full" style={{ background: each.color }} />
                      {each.label} {formatValue(point.value)}
                    </p>
                  )
                );
              })}
            </div>
          )}
        </>
      )}
    </ChartFrame>
  );
}

function Curve({ series: { points, color, look }, frame, stepMs }: { series: Series; frame: Frame; stepMs: number }) {
  return runs(points, stepMs).map((run) => (
    <g key={run[0]?.at}>
      {look === 'area' && <path d={areaPath(run, frame)} fill={color} opacity={0.2} />}
      <path
        d={linePath(run, frame)}
        fill="none"
        stroke={color}
        strokeWidth={1.75}
        strokeLinejoin="round"
        strokeDasharray={look === 'dashed' ? DASHES : undefined}
        vectorEffect="non-scaling-stroke"
      />
    </g>
  ));
}

/** A dot on the value under the pointer, or on that of now. */
function Mark({ series: { points, color }, frame, at }: { series: Series; frame: Frame; at: number | undefined }) {
  const marked = points.findLast((point) => point.at === (at ?? frame.end));
  if (!marked) return undefined;
  return (
    <span
      className="absolute size-2 -translate-1/2 rounded-full ring-2 ring-surface"
      style={{
        left: `${(xOf(marked.at, frame) / frame.width) * 100}%`,
        top: `${(yOf(marked.value, frame) / frame.height) * 100}%`,
        background: color,
      }}
    />
  );
}
