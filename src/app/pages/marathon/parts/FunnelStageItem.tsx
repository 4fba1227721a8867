import { Lightbulb } from 'lucide-react';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import { SegmentedBar } from '../../../ui/SegmentedBar.tsx';
import { StatusIcon } from '../../../ui/StatusIcon.tsx';
import type { FunnelStage } from '../rules/offer-funnel.ts';
import { useReasonWords } from './use-reason-words.ts';
import { useRemedyWords } from './use-remedy-words.ts';

/** A stage of the funnel: how many offers came to it and got through; where some did not, why, and what would help. */
export function FunnelStageItem({ stage, widest }: { stage: FunnelStage; widest: number }) {
  const { waiting: words } = useDebugWords();
  const reasonWords = useReasonWords();
  const remedyWords = useRemedyWords();
  const { reason, processed, declined, remedies, offeredRoles } = stage;
  const name = words.names[reason] ?? reason;
  const why = offeredRoles.length > 0 ? words.keptFor(offeredRoles.join(', ')) : reasonWords(stage);
  return (
    <li className="grid gap-x-4 gap-y-1 sm:grid-cols-[11rem_8rem_1fr]">
      <span className="flex items-start gap-2 font-medium">
        <span className="mt-0.5">
          <StatusIcon tone={declined === 0 ? 'ok' : declined < processed ? 'warn' : 'danger'} />
        </span>
        {name}
      </span>
      <span className="pt-1.5">
        <SegmentedBar
          label={name}
          total={widest}
          segments={[
            { key: 'passed', label: words.passedOffers, value: processed - declined, tone: 'ok' },
            { key: 'declined', label: words.declinedOffers, value: declined, tone: 'danger', hatched: true },
          ]}
        />
      </span>
      <div className="min-w-0">
        {declined === 0 ? (
          <p className="text-muted">{words.passed(processed)}</p>
        ) : (
          <p>
            {why} <span className="text-muted">({words.turnedDown(declined, processed)})</span>
          </p>
        )}
        {remedies.length > 0 && (
          <ul aria-label={words.whatHelps} className="mt-1 flex flex-col gap-1 text-sm">
            {remedies.map((remedy) => (
              <li key={remedyWords(remedy)} className="flex items-start gap-2">
                <Lightbulb aria-hidden size={15} className="mt-0.5 shrink-0 text-accent" />
                {remedyWords(remedy)}
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
