import { useQuery } from '@tanstack/react-query';
import { Outlet } from 'react-router';
import { useMessages } from '../../i18n/messages.ts';
import { deploymentsQuery } from '../../live/marathon-queries.ts';
import { useMarathonLive } from '../../live/use-marathon-live.ts';
import { paths } from '../../paths.ts';
import { TabLinks } from '../../ui/TabLinks.tsx';

/** Marathon's own navigation, and its event stream while any of its pages is shown. */
export function MarathonLayout() {
  useMarathonLive();
  const { marathon } = useMessages();
  const deployments = useQuery({ ...deploymentsQuery, select: (list) => list.length });
  const running = deployments.data === 0 ? undefined : deployments.data;
  return (
    <div className="flex min-h-full flex-col">
      <div className="px-4 pt-2 sm:px-6">
        <TabLinks
          label={marathon.navigation}
          tabs={[
            { to: paths.marathon.apps(), label: marathon.applications },
            { to: paths.marathon.deployments(), label: marathon.deployments, badge: running },
          ]}
        />
      </div>
      <div className="flex-1">
        <Outlet />
      </div>
    </div>
  );
}
