import { useMessages } from '../../../i18n/messages.ts';
import type { AppSummary, QueueEntry } from '../../../live/marathon-wire.ts';
import { Banner } from '../../../ui/Banner.tsx';
import { waitingReasons } from '../rules/waiting-reasons.ts';
import { useReasonWords } from './use-reason-words.ts';

/** Why no offer was good enough, in plain sentences. */
export function WaitingReasons({ app, queued }: { app: AppSummary; queued: QueueEntry }) {
  const { waiting } = useMessages().marathon;
  const words = useReasonWords();
  const reasons = waitingReasons(app, queued);
  return (
    <Banner tone="warn" title={waiting.title}>
      {reasons.length === 0 && waiting.noOffers}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.reason}>
            {words(reason)} <span className="text-muted">({waiting.offers(reason.declined, reason.processed)})</span>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
