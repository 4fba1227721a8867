import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useMessages } from '../i18n/messages.ts';
import { marathonLink } from '../live/marathon-link.ts';
import { deploymentsQuery } from '../live/marathon-queries.ts';

/** How many deployments are running; nothing at none, and nothing on pages that do not follow Marathon. */
export function DeploymentsBadge() {
  const { shell } = useMessages();
  const { kind } = useSyncExternalStore(marathonLink.subscribe, marathonLink.current);
  const { data: running = 0 } = useQuery({ ...deploymentsQuery, enabled: kind === 'live', select: (deployments) => deployments.length });
  if (kind !== 'live' || running === 0) return undefined;
  return (
    <span className="ml-auto rounded-full bg-warn px-1.5 text-xs font-semibold text-canvas">
      {running}
      <span className="sr-only"> {shell.running}</span>
    </span>
  );
}
