/** A moment and its value. Times in milliseconds since the epoch. */
export interface Point {
  at: number;
  value: number;
}

export interface Frame {
  /** The time at the right edge, and how much of it fits. */
  end: number;
  spanMs: number;
  /** The value at the top edge. */
  max: number;
  width: number;
  height: number;
}

/** A silence longer than this many steps is drawn as a gap: nothing is known about that time. */
const GAP_STEPS = 3.5;

export function xOf(at: number, frame: Frame): number {
  return ((at - (frame.end - frame.spanMs)) / frame.spanMs) * frame.width;
}

export function yOf(value: number, frame: Frame): number {
  return frame.height - (Math.min(Math.max(value, 0), frame.max) / frame.max) * frame.height;
}

/** Stretches of points without a gap inside, in order of time. `stepMs`: the usual distance of two points. */
export function runs(points: readonly Point[], stepMs: number): Point[][] {
  const all: Point[][] = [];
  for (const point of points) {
    const run = all.at(-1);
    const last = run?.at(-1);
    if (run && last && point.at - last.at <= GAP_STEPS * stepMs) run.push(point);
    else all.push([point]);
  }
  return all;
}

const round = (value: number): string => String(Number(value.toFixed(2)));

/** An SVG path through the points. */
export function linePath(points: readonly Point[], frame: Frame): string {
  return points
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${round(xOf(point.at, frame))} ${round(yOf(point.value, frame))}`)
    .join('');
}

/** The same, closed along the bottom. */
export function areaPath(points: readonly Point[], frame: Frame): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return '';
  return `${linePath(points, frame)}L${round(xOf(last.at, frame))} ${frame.height}L${round(xOf(first.at, frame))} ${frame.height}Z`;
}

/** A top for counts that leaves room and has a whole half: the next of 1, 2, 4, 6 × 10ⁿ above the largest value, at least `atLeast`. */
export function niceMax(values: readonly number[], atLeast: number): number {
  const largest = Math.max(atLeast, ...values);
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 4, 6, 10].find((candidate) => candidate * power >= largest) ?? 10;
  return step * power;
}

/** The moment nearest to a place on the x axis (0 at the left edge, 1 at the right). */
export function nearestTime(times: readonly number[], fraction: number, frame: Pick<Frame, 'end' | 'spanMs'>): number | undefined {
  const wanted = frame.end - frame.spanMs + fraction * frame.spanMs;
  return times.reduce<number | undefined>(
    (best, at) => (best !== undefined && Math.abs(best - wanted) <= Math.abs(at - wanted) ? best : at),
    undefined,
  );
}
