import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { sourcesOf } from './sources.ts';
import { uiConfigQuery } from './ui-config.ts';
import { useIsStale } from './use-sources.ts';

/** Whether this server only shows the cluster. */
export const useReadOnly = (): boolean => useQuery(uiConfigQuery).data?.readOnly ?? false;

/** Why nothing may be changed from the current page; undefined while it may. */
export function useActionsOff(): string | undefined {
  const { shell } = useMessages();
  const source = sourcesOf(useLocation().pathname).at(-1) ?? 'mesos';
  const stale = useIsStale();
  if (useReadOnly()) return shell.readOnly.reason;
  return stale ? shell.freshness.actionsOff(shell.freshness.sources[source]) : undefined;
}
