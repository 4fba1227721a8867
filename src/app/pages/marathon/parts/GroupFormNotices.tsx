import { useDeploymentWords } from '../../../i18n/deployment-words.ts';
import { useGroupWords } from '../../../i18n/group-words.ts';
import type { PlanSteps } from '../../../live/group-actions.ts';
import { isLocked } from '../../../live/marathon-actions.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { ApiError } from '../../../util/http.ts';
import { LockedNotice } from './LockedNotice.tsx';

/** What a change of a group would lead to, or why Marathon does not take it. */
export function GroupFormNotices({ steps, error }: { steps: PlanSteps | undefined; error: Error | null }) {
  const words = useGroupWords();
  const { actions } = useDeploymentWords();
  if (error) {
    const details = error instanceof ApiError ? error.details : [];
    return (
      <Banner tone="danger" title={isLocked(error) ? undefined : error.message}>
        {isLocked(error) && <LockedNotice error={error} text={words.locked} />}
        <ul>
          {details.map(({ path, errors }) => (
            <li key={path}>
              {path}: {errors.join(' ')}
            </li>
          ))}
        </ul>
      </Banner>
    );
  }
  if (steps === undefined) return undefined;
  if (steps.length === 0) return <Banner tone="ok">{words.noSteps}</Banner>;
  const plan = steps.map((step, index) => ({ number: index + 1, ...step }));
  return (
    <Banner tone="info" title={words.plan}>
      <ol className="flex flex-col gap-0.5">
        {plan.map((step) => (
          <li key={step.number}>
            <span className="text-muted">{words.step(step.number)}:</span>{' '}
            {step.actions.map(({ action, app, pod }) => `${actions[action] ?? action} ${app ?? pod ?? ''}`).join(', ')}
          </li>
        ))}
      </ol>
    </Banner>
  );
}
