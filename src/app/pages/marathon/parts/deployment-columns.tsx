import { Link } from 'react-router';
import type { Messages } from '../../../i18n/messages.ts';
import type { Deployment } from '../../../live/marathon-wire.ts';
import { paths } from '../../../paths.ts';
import type { Column } from '../../../tables/column.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { SegmentedBar } from '../../../ui/SegmentedBar.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';

/** What a deployment changes, how far it is, and the way back. */
export function deploymentColumns(words: Words): Column<Deployment>[] {
  return [
    {
      id: 'affected',
      header: words.affected,
      width: 'minmax(8rem, 1.5fr)',
      interactive: true,
      cell: ({ affectedApps }) => (
        <span className="flex flex-col">
          {affectedApps.map((id) => (
            <Link key={id} to={paths.marathon.app(id)} className="rounded-sm font-medium hover:text-accent">
              {id}
            </Link>
          ))}
        </span>
      ),
    },
    {
      id: 'action',
      header: words.action,
      width: '6rem',
      cell: ({ currentActions }) => (
        <span className="flex flex-col">
          {currentActions.map(({ action, app }) => (
            <span key={`${action} ${app}`}>{words.actions[action] ?? action}</span>
          ))}
        </span>
      ),
    },
    {
      id: 'progress',
      header: words.progress,
      width: 'minmax(7rem, 1fr)',
      from: 'sm',
      interactive: true,
      cell: (deployment) => <Progress deployment={deployment} words={words} />,
    },
    {
      id: 'started',
      header: words.started,
      width: '8rem',
      from: 'md',
      cell: ({ version }) => <RelativeTime at={Date.parse(version)} />,
      sortValue: ({ version }) => version,
    },
    {
      id: 'id',
      header: words.id,
      width: 'minmax(8rem, 1.5fr)',
      from: 'lg',
      cell: ({ id }) => <span className="text-xs text-muted">{id}</span>,
    },
    {
      id: 'rollback',
      header: words.rollback,
      headerCell: <span className="sr-only">{words.rollback}</span>,
      width: '6rem',
      align: 'end',
      interactive: true,
      cell: ({ id }) => (
        <ButtonLink size="sm" to={paths.marathon.rollback(id)} preventScrollReset>
          {words.rollback}
        </ButtonLink>
      ),
    },
  ];
}

type Words = Messages['marathon']['deployment'];

/** How far a deployment is; opened, all its steps with the current one marked. */
function Progress({ deployment: { currentStep, steps }, words }: { deployment: Deployment; words: Words }) {
  const label = words.step(currentStep, steps.length);
  const plan = steps.map(({ actions }, index) => ({
    number: index + 1,
    text: actions.map(({ action, app, pod }) => `${words.actions[action] ?? action} ${app ?? pod ?? ''}`).join(', '),
  }));
  return (
    <div className="flex flex-col gap-1">
      <SegmentedBar
        label={words.progress}
        total={steps.length}
        segments={[
          { key: 'done', label: words.stepsDone, value: currentStep - 1, tone: 'ok' },
          { key: 'now', label: words.stepNow, value: 1, tone: 'warn', hatched: true },
        ]}
      />
      <details className="text-xs text-muted">
        <summary className="rounded-sm">{label}</summary>
        <ol className="list-decimal pl-5">
          {plan.map(({ number, text }) => (
            <li key={number} aria-current={number === currentStep ? 'step' : undefined} className="aria-[current]:text-text">
              {text}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
