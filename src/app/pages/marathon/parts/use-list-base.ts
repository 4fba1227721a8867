import { useCallback } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { keepingSearch, marathonIdOf, paths } from '../../../paths.ts';

/** The group whose list is shown (`/` for the root), from the address. */
export function useListGroup(): string {
  const { groupId } = useParams();
  return groupId === undefined ? '/' : marathonIdOf(groupId);
}

/**
 * Which app a dialog is about, and the way back to what is behind it: the list of a group or the app's page, with the query kept.
 * The same dialogs are routes over both.
 */
export function useAppDialog(): { appId: string; close: () => void; behind: string; onAppPage: boolean } {
  const { appId } = useParams();
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const group = useListGroup();
  const id = marathonIdOf(appId);
  const onAppPage = pathname.startsWith(`${paths.marathon.apps()}/`);
  const behind = onAppPage ? paths.marathon.app(id) : paths.marathon.group(group);
  const close = useCallback(() => void navigate(keepingSearch(behind, search), { preventScrollReset: true }), [navigate, behind, search]);
  return { appId: id, close, behind, onAppPage };
}
