import { useLogWords } from '../../i18n/log-words.ts';
import { RunawayExpression } from './text-matcher.ts';

/** Why a search stopped, as a sentence. */
export function SearchFailure({ error }: { error: Error }) {
  const words = useLogWords();
  return error instanceof RunawayExpression ? words.runaway : error.message;
}
