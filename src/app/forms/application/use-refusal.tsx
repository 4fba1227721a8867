import { Link } from 'react-router';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { isLocked } from '../../live/marathon-actions.ts';
import { paths } from '../../paths.ts';
import { ApiError } from '../../util/http.ts';
import { problemsOfDetails } from './problems.ts';
import type { Refusal } from './use-app-form.ts';

/** Of the adminRouter or a standby, which have done nothing; 0: no answer at all. */
const UNAVAILABLE: ReadonlySet<number> = new Set([0, 502, 503, 504]);

/** Puts Marathon's refusal of the app `id` into words at the places that it is about. */
export function useRefusal(): (error: unknown, id: string) => Refusal {
  const { conflict } = useMessages().marathon;
  const { problems: words, answers } = useFormWords();
  const whole = (message: string): Refusal => ({ problems: [{ path: '', message }] });
  return (error, id) => {
    if (!(error instanceof ApiError)) return whole(String(error));
    if (isLocked(error))
      return {
        ...whole(conflict.locked),
        notice: <NoticeLink to={paths.marathon.deployments()} label={conflict.showDeployments} />,
        locked: true,
      };
    if (error.status === 409) {
      return {
        problems: [{ path: '/id', message: conflict.exists(id) }],
        notice: <NoticeLink to={paths.marathon.app(id)} label={conflict.showExisting(id)} />,
      };
    }
    if (error.status === 401) return whole(answers.unauthorised);
    if (error.status === 403) return whole(answers.forbidden);
    if (UNAVAILABLE.has(error.status)) return whole(answers.notReady(error.message));
    if (error.status >= 500) return whole(answers.serverError(error.status, error.message));
    const problems = problemsOfDetails(error.details, words);
    return problems.length > 0 ? { problems } : whole(error.message);
  };
}

function NoticeLink({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className="font-medium underline">
      {label}
    </Link>
  );
}
