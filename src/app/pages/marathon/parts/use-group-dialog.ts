import { useCallback } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router';
import { keepingSearch, marathonIdOf, paths } from '../../../paths.ts';
import { useListGroup } from './use-list-base.ts';

/** Which group a dialog is about, over which list, and the way back to that list with its query kept. */
export function useGroupDialog(): { targetId: string; listId: string; close: () => void } {
  const { targetId } = useParams();
  const listId = useListGroup();
  const { search } = useLocation();
  const navigate = useNavigate();
  const close = useCallback(
    () => void navigate(keepingSearch(paths.marathon.group(listId), search), { preventScrollReset: true }),
    [navigate, listId, search],
  );
  return { targetId: marathonIdOf(targetId), listId, close };
}
