import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { appsQuery } from '../../live/marathon-queries.ts';
import { useMarathonLive } from '../../live/use-marathon-live.ts';
import { paths } from '../../paths.ts';
import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';
import { Panel } from './Panel.tsx';
import { PanelList } from './PanelList.tsx';
import { type ServiceHealth, serviceHealth, worstServices } from './service-health.ts';

const SHOWN = 6;
const TONES: Record<ServiceHealth, Tone> = {
  unhealthy: 'danger',
  lacking: 'warn',
  deploying: 'info',
  running: 'ok',
  healthy: 'ok',
  idle: 'idle',
};

/** Marathon's applications, those that need a look first. */
export function ServicesPanel() {
  useMarathonLive();
  const { dashboard } = useMessages().dcos;
  const list = useQuery(appsQuery);
  const apps = list.data?.apps ?? [];
  return (
    <Panel wide title={dashboard.services} to={paths.services()}>
      <PanelList
        loading={list.isPending}
        error={list.data ? undefined : list.error?.message}
        empty={
          <>
            <p className="font-medium text-text">{dashboard.noServices}</p>
            <p className="pt-1 pb-3">{dashboard.noServicesAdvice}</p>
            <Link to={paths.marathon.apps()} className="font-medium text-accent hover:underline">
              {dashboard.openMarathon}
            </Link>
          </>
        }
        more={{ to: paths.services(), label: dashboard.viewAllServices(apps.length) }}
      >
        {worstServices(apps)
          .slice(0, SHOWN)
          .map((app) => {
            const health = serviceHealth(app);
            return (
              <li key={app.id}>
                <Link
                  to={paths.marathon.app(app.id)}
                  className="flex items-center justify-between gap-3 rounded-md px-1 py-2 hover:bg-hover"
                >
                  <span className="truncate font-medium">{app.id.slice(1)}</span>
                  <span className="flex shrink-0 text-muted">
                    <StatusText tone={TONES[health]}>
                      {health === 'lacking' || health === 'deploying'
                        ? dashboard.instances(app.tasksRunning, app.instances)
                        : dashboard.serviceHealth[health]}
                    </StatusText>
                  </span>
                </Link>
              </li>
            );
          })}
      </PanelList>
    </Panel>
  );
}
