import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { appsQuery } from '../../live/marathon-queries.ts';
import { BulkActionDialog } from './parts/BulkActionDialog.tsx';
import { useGroupDialog } from './parts/use-group-dialog.ts';
import { isBelow } from './rules/app-rows.ts';
import { bulkActionOf } from './rules/bulk-apps.ts';

/** Does something to every app of a group, however deep. */
export function GroupAppsDialog() {
  const action = bulkActionOf(useParams()['action']);
  const { targetId, close } = useGroupDialog();
  const { data } = useQuery(appsQuery);
  if (action === undefined || data === undefined) return undefined;
  return <BulkActionDialog action={action} apps={data.apps.filter(({ id }) => isBelow(id, targetId))} onClose={close} onDone={close} />;
}
