import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useGroupWords } from '../../i18n/group-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { destroyGroup, fetchGroup } from '../../live/group-actions.ts';
import { appsQuery } from '../../live/marathon-queries.ts';
import { destroyedGroup } from '../../live/recreate.ts';
import { useToast } from '../../ui/use-toast.ts';
import { AppIdList } from './parts/AppIdList.tsx';
import { GroupActionDialog } from './parts/GroupActionDialog.tsx';
import { useGroupDialog } from './parts/use-group-dialog.ts';
import { useUndo } from './parts/use-undo.ts';
import { groupOf } from './rules/app-facts.ts';
import { isBelow } from './rules/app-rows.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** Destroys a group with all that is in it, after naming it. */
export function DestroyGroupDialog() {
  const places = useMarathonPaths();
  const words = useGroupWords();
  const { actions } = useMessages().marathon;
  const { targetId, listId, close } = useGroupDialog();
  const { data } = useQuery(appsQuery);
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const undo = useUndo();
  const apps = (data?.apps ?? []).map(({ id }) => id).filter((id) => isBelow(id, targetId));
  const destroy = async (force: boolean): Promise<void> => {
    const group = await fetchGroup(targetId);
    await destroyGroup(client, targetId, force);
    toast({ tone: 'ok', title: words.destroyed(targetId), action: undo(destroyedGroup(group, Date.now())) });
  };
  // The list of a group that is gone has nothing to show.
  const leave = () => (listId === targetId ? void navigate(places.group(groupOf(targetId))) : close());
  return (
    <GroupActionDialog title={words.destroyTitle(targetId)} label={actions.destroy} danger onClose={close} send={destroy} onDone={leave}>
      <p>{words.destroyText(apps.length)}</p>
      {apps.length > 0 && <AppIdList label={words.applications} ids={apps} />}
      <p className="text-xs text-muted">{words.destroyKept}</p>
    </GroupActionDialog>
  );
}
