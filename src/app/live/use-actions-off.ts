import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { sourcesOf } from './sources.ts';
import { uiConfigQuery } from './ui-config.ts';
import { useIsStale } from './use-sources.ts';

/** Why nothing may be changed on any page: this server only shows the cluster, or its user may only look. Undefined elsewhere. */
export function useReadOnly(): string | undefined {
  const { readOnly } = useMessages().shell;
  const { data } = useQuery(uiConfigQuery);
  if (data?.readOnly) return readOnly.reason;
  return data?.user?.role === 'read-only' ? readOnly.user(data.user.description) : undefined;
}

/** Why nothing may be changed from the current page; undefined while it may. */
export function useActionsOff(): string | undefined {
  const { shell } = useMessages();
  const source = sourcesOf(useLocation().pathname).at(-1) ?? 'mesos';
  const stale = useIsStale();
  const readOnly = useReadOnly();
  if (readOnly !== undefined) return readOnly;
  return stale ? shell.freshness.actionsOff(shell.freshness.sources[source]) : undefined;
}
