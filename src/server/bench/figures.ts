import { median, type Samples } from './samples.ts';

/** One line of the result: what was measured, and what it is a ratio of. */
export interface Figure {
  what: string;
  samples: Samples;
  /** The budget in ms, or another thing that was measured in the same run. */
  comparedWith: { name: string; samples: Samples } | { name: string; budget: number };
  /** The ratio that is to be reached; left out where the comparison is for scale only. */
  atMost?: number;
}

const HEADINGS = ['what', 'median ms', 'min – max', 'n', 'compared with', 'ms', 'ratio', 'target', 'reached'];
const RIGHT_ALIGNED = new Set([1, 2, 3, 5, 6, 7]);

const round = (ms: number): string => ms.toFixed(ms < 10 ? 1 : 0);

function cells({ what, samples, comparedWith, atMost }: Figure): string[] {
  const base = 'budget' in comparedWith ? comparedWith.budget : median(comparedWith.samples);
  const ratio = median(samples) / base;
  return [
    what,
    round(median(samples)),
    `${round(Math.min(...samples))} – ${round(Math.max(...samples))}`,
    String(samples.length),
    comparedWith.name,
    round(base),
    ratio.toFixed(2),
    atMost === undefined ? '' : `≤ ${atMost}`,
    atMost === undefined ? '' : ratio <= atMost ? 'yes' : 'no',
  ];
}

/** The figures as a table in Markdown, so that it can be put where it is quoted. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [HEADINGS, ...figures.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (RIGHT_ALIGNED.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (RIGHT_ALIGNED.has(column) ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  const [headings = [], ...body] = rows;
  return [line(headings), rule, ...body.map(line)].join('\n');
}
