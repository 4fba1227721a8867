import type { AppRow } from '../rules/app-rows.ts';
import { AppRowMenu } from './AppRowMenu.tsx';
import { GroupRowMenu } from './GroupRowMenu.tsx';

export interface RowMenuProps {
  row: AppRow;
  /** Whose list it is. */
  groupId: string;
  stale: boolean;
}

/** The menu of a row, of an app or a folder; its code comes after the list. */
export function RowMenu({ row, groupId, stale }: RowMenuProps) {
  if (row.kind === 'group') return <GroupRowMenu id={row.id} instances={row.instances} groupId={groupId} stale={stale} />;
  return <AppRowMenu app={row.app} status={row.status} groupId={groupId} stale={stale} />;
}
