import { useLogWords } from '../../i18n/log-words.ts';
import { ApiError } from '../../util/http.ts';

/** Why a file could not be read: an agent says no more than 404 of one that is not there. */
export function ReadFailure({ error }: { error: Error }) {
  const words = useLogWords();
  return error instanceof ApiError && error.status === 404 ? words.fileGone : error.message;
}
