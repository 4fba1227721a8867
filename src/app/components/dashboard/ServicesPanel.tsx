import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useDashboardWords } from '../../i18n/dashboard-words.ts';
import { appQuery, appsQuery, deploymentsQuery, queueQuery } from '../../live/marathon-queries.ts';
import type { AppSummary, QueueEntry } from '../../live/marathon-wire.ts';
import { useMarathonLive } from '../../live/use-marathon-live.ts';
import { paths } from '../../paths.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { Panel } from './Panel.tsx';
import { PanelList } from './PanelList.tsx';
import { Reason } from './Reason.tsx';
import { type ServiceHealth, serviceHealth, serviceReason, unhealthyReason, worstServices } from './service-health.ts';
import { useServiceReasonWords } from './use-service-reason-words.ts';

const SHOWN = 5;
const NO_QUEUE: ReadonlyMap<string, QueueEntry> = new Map();
const TONES: Record<ServiceHealth, Tone> = {
  unhealthy: 'danger',
  lacking: 'warn',
  deploying: 'info',
  running: 'ok',
  healthy: 'ok',
  idle: 'idle',
};

/** Marathon's applications, those that need a look first, with the reason. */
export function ServicesPanel() {
  useMarathonLive();
  const words = useDashboardWords();
  const list = useQuery(appsQuery);
  const queue = useQuery(queueQuery).data ?? NO_QUEUE;
  const deployments = useQuery(deploymentsQuery).data;
  const began = useMemo(() => new Map(deployments?.map(({ id, version }) => [id, version])), [deployments]);
  const apps = list.data?.apps;
  const worst = useMemo(() => worstServices(apps ?? [], queue).slice(0, SHOWN), [apps, queue]);
  return (
    <Panel wide title={words.services} to={paths.services()}>
      <PanelList
        loading={list.isPending}
        error={list.data ? undefined : list.error?.message}
        empty={
          <>
            <p className="font-medium text-text">{words.noServices}</p>
            <p className="pt-1 pb-3">{words.noServicesAdvice}</p>
            <Link to={paths.marathon.apps()} className="font-medium text-accent hover:underline">
              {words.openMarathon}
            </Link>
          </>
        }
        more={{ to: paths.services(), label: words.viewAllServices(apps?.length ?? 0) }}
      >
        {worst.map((app) => (
          <ServiceRow key={app.id} app={app} queued={queue.get(app.id)} began={began} />
        ))}
      </PanelList>
    </Panel>
  );
}

function ServiceRow({ app, queued, began }: { app: AppSummary; queued: QueueEntry | undefined; began: ReadonlyMap<string, string> }) {
  const words = useDashboardWords();
  const reasonWords = useServiceReasonWords();
  const health = serviceHealth(app, queued);
  const told = useQuery({ ...appQuery(app.id), enabled: health === 'unhealthy' }).data;
  const reason = told && health === 'unhealthy' ? unhealthyReason(told) : serviceReason(app, queued, began);
  return (
    <li>
      <Link to={paths.dcos.app(app.id)} className="block rounded-md px-1 py-2 hover:bg-hover">
        <span className="flex items-center justify-between gap-3">
          <span className="truncate font-medium">{app.id.slice(1)}</span>
          <span className="flex shrink-0 text-muted">
            <StatusText tone={TONES[health]}>
              {health === 'lacking' || health === 'deploying'
                ? words.instances(app.tasksRunning, app.instances)
                : words.serviceHealth[health]}
            </StatusText>
          </span>
        </span>
        {reason && <Reason since={reason.since}>{reasonWords(reason)}</Reason>}
      </Link>
    </li>
  );
}
