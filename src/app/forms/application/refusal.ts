import { isLocked } from '../../live/marathon-actions.ts';
import { paths } from '../../paths.ts';
import { ApiError } from '../../util/http.ts';
import type { PathProblem } from '../json/path-problem.ts';
import { problemsOfDetails, type ProblemWords } from './problems.ts';

/** Why an app was not taken: problems at places of the document, and where there is more to see. */
export interface Refusal {
  problems: PathProblem[];
  link?: { to: string; label: string };
  /** A running deployment is in the way: sending again with force stops it. */
  locked?: boolean;
}

export interface RefusalWords {
  problems: ProblemWords;
  conflict: { locked: string; showDeployments: string; exists: (id: string) => string; showExisting: (id: string) => string };
  answers: {
    unauthorised: string;
    forbidden: string;
    notReady: (message: string) => string;
    serverError: (status: number, message: string) => string;
  };
}

/** Of the adminRouter or a standby, which have done nothing; 0: no answer at all. */
const UNAVAILABLE: ReadonlySet<number> = new Set([0, 502, 503, 504]);

/** Puts Marathon's answer to the app `id` into words at the places that it is about. */
export function refusalOf(error: unknown, id: string, { problems: words, conflict, answers }: RefusalWords): Refusal {
  const whole = (message: string): Refusal => ({ problems: [{ path: '', message }] });
  if (!(error instanceof ApiError)) return whole(String(error));
  const { status, message } = error;
  if (isLocked(error)) {
    return { ...whole(conflict.locked), link: { to: paths.marathon.deployments(), label: conflict.showDeployments }, locked: true };
  }
  if (status === 409) {
    return {
      problems: [{ path: '/id', message: conflict.exists(id) }],
      link: { to: paths.marathon.app(id), label: conflict.showExisting(id) },
    };
  }
  if (status === 401) return whole(answers.unauthorised);
  if (status === 403) return whole(answers.forbidden);
  if (UNAVAILABLE.has(status)) return whole(answers.notReady(message));
  if (status >= 500) return whole(answers.serverError(status, message));
  const problems = problemsOfDetails(error.details, words);
  return problems.length > 0 ? { problems } : whole(message);
}
