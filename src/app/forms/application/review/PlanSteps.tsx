import { useQuery } from '@tanstack/react-query';
import { useReviewWords } from '../../../i18n/application-review-words.ts';
import { planQuery } from '../../../live/deployment-plan.ts';
import { textAt } from '../../json/document-parts.ts';
import type { AppDocument } from '../form-values.ts';

/** Marathon's own plan for the app, asked for by a dry run. */
export function PlanSteps({ document, id }: { document: AppDocument; id: string }) {
  const words = useReviewWords();
  const { data: plan, error } = useQuery(planQuery(document));
  const instances = Number(textAt(document, 'instances', '1'));
  if (error) return <p className="text-xs text-muted">{words.planFailed(error.message)}</p>;
  if (plan === undefined) return <p className="text-xs text-muted">{words.planPending}</p>;
  if (plan.length === 0) return <p className="text-xs text-muted">{words.planEmpty}</p>;
  return (
    <div>
      <p className="text-xs text-muted">{`${words.plan}: ${words.steps(plan.length)}`}</p>
      <ol aria-label={words.steps(plan.length)} className="list-decimal pl-6">
        {plan.map((action) => (
          <li key={action}>{words.actions[action]?.(id, instances) ?? `${action} ${id}`}</li>
        ))}
      </ol>
    </div>
  );
}
