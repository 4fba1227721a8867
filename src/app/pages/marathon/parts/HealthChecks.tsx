import { useTaskWords } from '../../../i18n/task-words.ts';
import type { AppDetail, HealthResult, Task } from '../../../live/marathon-wire.ts';
import { Fact } from '../../../ui/FactCard.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import { formatDateTime } from '../../../util/format.ts';
import { TitledSection } from './TitledSection.tsx';

/** What each health check of an instance has come to, in the order of the definition. */
export function HealthChecks({ app, task }: { app: AppDetail; task: Task }) {
  const { checks: words } = useTaskWords();
  const results = task.healthCheckResults.map((result, index) => ({ result, name: checkName(app.healthChecks[index], index) }));
  return (
    <TitledSection title={words.title}>
      {results.length === 0 && <p className="text-muted">{app.healthChecks.length === 0 ? words.noneDefined : words.none}</p>}
      <ul className="grid gap-4 lg:grid-cols-2">
        {results.map(({ result, name }) => (
          <li key={name} className="flex flex-col gap-2">
            <span className="flex flex-wrap items-center gap-x-3">
              <span className="font-medium">{name}</span>
              <StatusText tone={result.alive ? 'ok' : 'danger'}>{result.alive ? words.alive : words.dead}</StatusText>
            </span>
            <Result result={result} />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
}

function Result({ result }: { result: HealthResult }) {
  const { checks: words } = useTaskWords();
  return (
    <dl className="grid grid-cols-[11rem_1fr] gap-y-1">
      <Fact name={words.firstSuccess}>
        <Moment at={result.firstSuccess} />
      </Fact>
      <Fact name={words.lastSuccess}>
        <Moment at={result.lastSuccess} />
      </Fact>
      <Fact name={words.lastFailure}>
        <Moment at={result.lastFailure} />
      </Fact>
      {result.lastFailureCause && <Fact name={words.cause}>{result.lastFailureCause}</Fact>}
      <Fact name={words.consecutiveFailures}>{result.consecutiveFailures}</Fact>
    </dl>
  );
}

function Moment({ at }: { at: string | null | undefined }) {
  const { checks: words } = useTaskWords();
  if (!at) return <span className="text-muted">{words.never}</span>;
  return (
    <>
      {formatDateTime(Date.parse(at))} <RelativeTime at={Date.parse(at)} />
    </>
  );
}

/** `HTTP /health`, told apart by number where two are alike. */
function checkName(check: unknown, index: number): string {
  const parts = typeof check === 'object' && check !== null ? ['protocol' in check && check.protocol, 'path' in check && check.path] : [];
  const name = parts.filter((part) => typeof part === 'string').join(' ');
  return `${index + 1}. ${name}`.trim();
}
