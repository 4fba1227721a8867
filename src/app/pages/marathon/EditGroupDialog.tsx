import { useQuery } from '@tanstack/react-query';
import { useGroupWords } from '../../i18n/group-words.ts';
import { groupDocumentQuery } from '../../live/group-actions.ts';
import { groupDefinition } from '../../live/recreate.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { ApiError } from '../../util/http.ts';
import { GroupForm } from './parts/GroupForm.tsx';
import { useGroupDialog } from './parts/use-group-dialog.ts';

/** *Edit Group*: what it depends on, and as JSON all that it consists of. */
export function EditGroupDialog() {
  const words = useGroupWords();
  const { targetId, close } = useGroupDialog();
  // What somebody edits must not change beneath.
  const group = useQuery({ ...groupDocumentQuery(targetId), staleTime: 'static', gcTime: 0 });
  if (group.data) return <GroupForm definition={groupDefinition(group.data)} onClose={close} />;
  const gone = group.error instanceof ApiError && group.error.status === 404;
  return (
    <Dialog title={words.editTitle(targetId)} onClose={close}>
      {group.error ? (
        <ErrorState title={words.graph.loadFailed} detail={gone ? words.gone(targetId) : group.error.message} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Dialog>
  );
}
