import { useMemo } from 'react';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import type { AppDetail, QueueEntry } from '../../../live/marathon-wire.ts';
import { paths } from '../../../paths.ts';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { formatDuration } from '../../../util/format.ts';
import { useNow } from '../../../util/use-now.ts';
import { offerFunnel } from '../rules/offer-funnel.ts';
import { TitledSection } from './TitledSection.tsx';
import { FunnelStageItem } from './FunnelStageItem.tsx';
import { UnusedOffers } from './UnusedOffers.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** Why nothing is launched though the delay is over: what becomes of the offers, stage by stage, and what would help. */
export function WaitingFunnel({ app, queued }: { app: AppDetail; queued: QueueEntry }) {
  const places = useMarathonPaths();
  const { waiting: words } = useDebugWords();
  const now = useNow();
  const hosts = useMemo(() => app.tasks.flatMap(({ host }) => (host ? [host] : [])), [app.tasks]);
  const stages = useMemo(() => offerFunnel(app, queued, hosts), [app, queued, hosts]);
  const widest = Math.max(0, ...stages.map(({ processed }) => processed));
  return (
    <TitledSection title={words.title}>
      <p>
        {words.missing(queued.count)}{' '}
        <span className="text-muted">
          {queued.since !== undefined && words.since(formatDuration(now - Date.parse(queued.since)))}{' '}
          {queued.offersProcessed > 0 && words.looked(queued.offersProcessed)}
        </span>
      </p>
      {stages.length === 0 && <NoOffers told={queued.since !== undefined} />}
      {stages.length > 0 && (
        <ol aria-label={words.stages} className="flex flex-col gap-3">
          {stages.map((stage) => (
            <FunnelStageItem key={stage.reason} stage={stage} widest={widest} />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap gap-2">
        <ButtonLink size="sm" to={places.edit(app.id)} preventScrollReset>
          {words.edit}
        </ButtonLink>
        <ButtonLink size="sm" to={paths.nodes()}>
          {words.nodes}
        </ButtonLink>
      </div>
      {queued.unusedOffers.length > 0 && <UnusedOffers queued={queued} />}
    </TitledSection>
  );
}

/** `told`: a Marathon that tells since when something waits would also tell of offers. */
function NoOffers({ told }: { told: boolean }) {
  const { waiting: words } = useDebugWords();
  return told ? (
    <p>
      {words.noOffers} {words.noOffersHelp}
    </p>
  ) : (
    <p>{words.notTold}</p>
  );
}
