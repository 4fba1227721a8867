import { useQuery } from '@tanstack/react-query';
import { useDeploymentWords } from '../../../i18n/deployment-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { appQuery, queueQuery } from '../../../live/marathon-queries.ts';
import type { AppDetail, Deployment, QueueEntry } from '../../../live/marathon-wire.ts';
import { type StuckReason, stuckReasons } from '../rules/stuck-reasons.ts';
import { ContinueMigration } from './ContinueMigration.tsx';
import { useReasonWords } from './use-reason-words.ts';

/** Of a step with many apps the first ones are looked at. */
const APPS_LOOKED_AT = 6;

/** Why the current step does not end, in plain sentences for each of its apps. Nothing while it is merely under way. */
export function DeploymentWaits({ deployment }: { deployment: Deployment }) {
  const { data: queue } = useQuery(queueQuery);
  const ids = [...new Set(deployment.currentActions.flatMap(({ app }) => app ?? []))];
  return ids
    .slice(0, APPS_LOOKED_AT)
    .map((id) => <AppWaits key={id} id={id} queued={queue?.get(id)} since={Date.parse(deployment.version)} />);
}

function AppWaits({ id, queued, since }: { id: string; queued: QueueEntry | undefined; since: number }) {
  const { data: app } = useQuery({ ...appQuery(id), retry: false });
  return (
    app && (
      <>
        <ContinueMigration app={app} />
        <Reasons app={app} reasons={stuckReasons(app, queued, since)} />
      </>
    )
  );
}

function Reasons({ app, reasons }: { app: AppDetail; reasons: readonly StuckReason[] }) {
  const { why } = useDeploymentWords();
  const words = useStuckWords();
  if (reasons.length === 0) return undefined;
  return (
    <div className="rounded-md border border-warn/35 bg-warn-soft px-3 py-2 text-sm">
      <p className="font-medium">
        {why.title}: {app.id}
      </p>
      <ul className="list-disc pl-5 wrap-anywhere">
        {reasons.map((reason) => {
          const said = words(reason);
          return <li key={said}>{said}</li>;
        })}
      </ul>
    </div>
  );
}

function useStuckWords(): (reason: StuckReason) => string {
  const { why } = useDeploymentWords();
  const { waiting } = useMessages().marathon;
  const offerWords = useReasonWords();
  return (reason) => {
    switch (reason.kind) {
      case 'delayed':
        return why.delayed(reason.seconds);
      case 'no-offers':
        return why.noOffers;
      case 'offers':
        return `${offerWords(reason.reason)} (${waiting.offers(reason.reason.declined, reason.reason.processed)})`;
      case 'staging':
        return why.staging(reason.count);
      case 'unhealthy':
        return why.unhealthy(reason.count);
      case 'not-yet-healthy':
        return why.notYetHealthy(reason.count);
      case 'not-ready':
        return [why.notReady(reason.name, reason.count), reason.status === undefined ? '' : why.answered(reason.status)].join(' ').trim();
      default:
        return why.failed(reason.message);
    }
  };
}
