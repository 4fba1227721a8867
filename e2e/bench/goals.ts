/** What the pages are to reach in front of each world (see docs/dcos-ui-parity.md). */
export interface Goals {
  contentMs: number;
  keyMedianMs: number;
  keyMostMs: number;
  framesASecond: number;
  cpuSecondsAMinute: number;
  megabytesAMinute: number;
  heapMegabytes: number;
}

const SHARED = { keyMedianMs: 25, keyMostMs: 50, framesASecond: 60, cpuSecondsAMinute: 2, megabytesAMinute: 1 };

export const GOALS: Record<'busy' | 'huge', Goals> = {
  busy: { ...SHARED, contentMs: 700, heapMegabytes: 60 },
  huge: { ...SHARED, contentMs: 1_500, heapMegabytes: 150 },
};

/** One line of the result. `least`: the figure is to be at least the goal, else at most. */
export interface Line {
  page: string;
  what: string;
  figure: number;
  goal?: number;
  least?: boolean;
}

const digits = (figure: number): string => figure.toFixed(figure < 10 ? 2 : 0);

/** How much may be missing of 60 frames a second: a display is not exact either. */
const TOLERANCE = 0.03;

function verdict({ figure, goal, least }: Line): string {
  if (goal === undefined) return '';
  const reached = least === true ? figure >= goal * (1 - TOLERANCE) : figure <= goal;
  return reached ? 'yes' : 'NO';
}

/** The lines as a table in Markdown. */
export function lineTable(lines: readonly Line[]): string {
  const rows = lines.map((line) => [
    line.page,
    line.what,
    digits(line.figure),
    line.goal === undefined ? '' : String(line.goal),
    verdict(line),
  ]);
  return [['page', 'what', 'figure', 'goal', 'reached'], ['---', '---', '--:', '--:', '---'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
