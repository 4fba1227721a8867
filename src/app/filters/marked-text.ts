import type { FilterProblem } from './filter-problem.ts';

/** The text of a filter in parts, with the first problem of each. */
export interface MarkedPart {
  from: number;
  text: string;
  problem: FilterProblem | undefined;
}

export function markedParts(text: string, problems: readonly FilterProblem[]): MarkedPart[] {
  const edges = new Set([0, text.length]);
  for (const { span } of problems) edges.add(Math.min(span.from, text.length)).add(Math.min(span.to, text.length));
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => ({
    from,
    text: text.slice(from, sorted[index + 1]),
    problem: problems.find(({ span }) => span.from <= from && from < span.to),
  }));
}
