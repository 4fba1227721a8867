import { Link } from 'react-router';
import { useFormWords } from '../../i18n/application-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { isLocked } from '../../live/marathon-actions.ts';
import { paths } from '../../paths.ts';
import { ApiError } from '../../util/http.ts';
import type { AppFormValues } from './form-values.ts';
import { problemsOfDetails } from './problems.ts';
import type { Refusal } from './use-app-form.ts';

/** Puts Marathon's refusal of the app `id` into words at the fields that it is about. */
export function useRefusal(): (error: unknown, id: string, values: AppFormValues) => Refusal {
  const { conflict } = useMessages().marathon;
  const { problems: words } = useFormWords();
  return (error, id, values) => {
    if (!(error instanceof ApiError)) return { problems: [{ field: 'root', message: String(error) }] };
    if (isLocked(error)) {
      return {
        problems: [{ field: 'root', message: conflict.locked }],
        notice: <NoticeLink to={paths.marathon.deployments()} label={conflict.showDeployments} />,
      };
    }
    if (error.status === 409) {
      return {
        problems: [{ field: 'id', message: conflict.exists(id) }],
        notice: <NoticeLink to={paths.marathon.app(id)} label={conflict.showExisting(id)} />,
      };
    }
    const problems = problemsOfDetails(error.details, values, words);
    return { problems: problems.length > 0 ? problems : [{ field: 'root', message: error.message }] };
  };
}

function NoticeLink({ to, label }: { to: string; label: string }) {
  return (
    <Link to={to} className="font-medium underline">
      {label}
    </Link>
  );
}
