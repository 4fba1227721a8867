import { useFormWords } from '../../../i18n/application-form-words.ts';
import { Banner } from '../../../ui/Banner.tsx';
import type { DockerRun } from './docker-run.ts';

/** What came of a `docker run` command, and what of it has no place in an app. */
export function DockerRunNotices({ run }: { run: DockerRun }) {
  const { dockerRun: words } = useFormWords();
  return (
    <div className="px-5 pt-3">
      <Banner tone={run.notices.length > 0 ? 'warn' : 'info'}>
        <p>{words.filled(run.app.image)}</p>
        {run.notices.length > 0 && (
          <ul className="mt-1 list-disc pl-5">
            {run.notices.map(({ option, reason }) => (
              <li key={option}>
                <code>{option}</code>
                {` – ${words.reasons[reason]}`}
              </li>
            ))}
          </ul>
        )}
      </Banner>
    </div>
  );
}
