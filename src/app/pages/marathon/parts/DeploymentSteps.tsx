import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useDeploymentWords } from '../../../i18n/deployment-words.ts';
import { appQuery } from '../../../live/marathon-queries.ts';
import { StatusIcon } from '../../../ui/StatusIcon.tsx';
import type { Tone } from '../../../ui/tones.ts';
import { UsageBar } from '../../../ui/UsageBar.tsx';
import { classNames } from '../../../util/class-names.ts';
import { actionProgress, shareDone } from '../rules/action-progress.ts';
import type { PlannedAction, PlannedStep, StepState } from '../rules/deployment-steps.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

const TONES: Record<StepState, Tone> = { done: 'ok', now: 'info', waiting: 'idle' };
/** Of one step: a group's deployment may hold hundreds of apps in one. */
const ACTIONS_SHOWN = 6;

/** The plan step by step; of the current one how far each of its actions is. */
export function DeploymentSteps({ steps }: { steps: readonly PlannedStep[] }) {
  const words = useDeploymentWords();
  return (
    <ol aria-label={words.steps} className="flex flex-col gap-1.5 text-sm">
      {steps.map(({ number, state, actions }) => (
        <li key={number} aria-current={state === 'now' ? 'step' : undefined} className="flex items-start gap-2.5">
          <span className="mt-0.5">
            <StatusIcon tone={TONES[state]} />
            <span className="sr-only">{words.stepStates[state]}</span>
          </span>
          <ul className={classNames('flex min-w-0 flex-1 flex-col gap-1', state !== 'now' && 'text-muted')}>
            {actions.slice(0, ACTIONS_SHOWN).map((action) => (
              <li key={`${action.action} ${action.id}`} className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
                <Action action={action} />
                {state === 'now' && <CurrentProgress action={action} />}
              </li>
            ))}
            {actions.length > ACTIONS_SHOWN && <li className="text-muted">{words.more(actions.length - ACTIONS_SHOWN)}</li>}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Action({ action: { action, id } }: { action: PlannedAction }) {
  const places = useMarathonPaths();
  const words = useDeploymentWords();
  return (
    <span className="wrap-anywhere">
      {words.actions[action] ?? action}{' '}
      <Link to={places.app(id)} className="rounded-sm hover:text-accent hover:underline">
        {id}
      </Link>
    </span>
  );
}

function CurrentProgress({ action: { action, id } }: { action: PlannedAction }) {
  const { counts, progress: label } = useDeploymentWords();
  const { data: app } = useQuery({ ...appQuery(id), retry: false });
  const progress = app && actionProgress(action, app);
  if (progress === undefined) return undefined;
  const said =
    progress.kind === 'stopping'
      ? counts.toStop(progress.left)
      : progress.kind === 'ready'
        ? counts.ready(progress.ready, progress.wanted)
        : counts.replaced(progress.ready, progress.wanted);
  return (
    <span className="flex items-center gap-2 text-muted">
      {progress.kind !== 'stopping' && (
        <span className="w-24">
          <UsageBar label={label} fraction={shareDone(progress)} />
        </span>
      )}
      {said}
      {progress.kind === 'replaced' && progress.old > 0 && `; ${counts.old(progress.old)}`}
    </span>
  );
}
