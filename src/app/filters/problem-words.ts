import type { FilterWords } from '../i18n/filter-words.ts';
import type { FilterProblem } from './filter-problem.ts';

/** What is wrong, as a sentence with what is possible instead. */
export function problemSentence(problem: FilterProblem, { problems }: FilterWords): string {
  if (problem.kind === 'unclosed-quote') return problems.unclosedQuote;
  const { key, possible } = problem;
  if (problem.kind === 'unknown-key') return problems.unknownKey(key, possible);
  if (problem.kind === 'missing-value') return problems.missingValue(key, possible);
  if (problem.kind === 'bad-comparison') return problems.badComparison(key, possible);
  return problems.badValue(key, problem.value, possible);
}
