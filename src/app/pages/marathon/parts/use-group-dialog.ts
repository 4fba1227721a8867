import { useCallback } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { keepingSearch, marathonIdOf } from '../../../paths.ts';
import { useListGroup } from './use-list-base.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** Which group a dialog is about, over which list, and the way back to that list with its query kept. */
export function useGroupDialog(): { targetId: string; listId: string; close: () => void } {
  const places = useMarathonPaths();
  const { targetId } = useParams();
  const listId = useListGroup();
  const { search } = useLocation();
  const navigate = useNavigate();
  const close = useCallback(
    () => void navigate(keepingSearch(places.group(listId), search), { preventScrollReset: true }),
    [places, navigate, listId, search],
  );
  return { targetId: marathonIdOf(targetId), listId, close };
}
