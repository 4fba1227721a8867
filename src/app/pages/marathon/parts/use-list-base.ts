import { useCallback } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useMessages } from '../../../i18n/messages.ts';
import { keepingSearch, marathonIdOf } from '../../../paths.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** The group whose list is shown (`/` for the root), from the address. */
export function useListGroup(): string {
  const { groupId } = useParams();
  return groupId === undefined ? '/' : marathonIdOf(groupId);
}

/** What the list of all applications is called at the place where one is. */
export function useListTitle(): string {
  const { marathon, shell } = useMessages();
  return useMarathonPaths().place === 'services' ? shell.links.services : marathon.applications;
}

/**
 * Which app a dialog is about, and the way back to what is behind it: the list of a group or the app's page, with the query kept.
 * The same dialogs are routes over both.
 */
export function useAppDialog(): { appId: string; close: () => void; behind: string; onAppPage: boolean } {
  const places = useMarathonPaths();
  const { appId } = useParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const group = useListGroup();
  const id = marathonIdOf(appId);
  const onAppPage = pathname.startsWith(places.app(''));
  const behind = onAppPage ? places.app(id) : places.group(group);
  const close = useCallback(() => void navigate(keepingSearch(behind, search), { preventScrollReset: true }), [navigate, behind, search]);
  return { appId: id, close, behind, onAppPage };
}
