import { useLocation, useNavigate, useOutletContext, useParams } from 'react-router';
import type { AppSummary } from '../../live/marathon-wire.ts';
import { keepingSearch } from '../../paths.ts';
import { BulkActionDialog } from './parts/BulkActionDialog.tsx';
import { useListGroup } from './parts/use-list-base.ts';
import { bulkActionOf } from './rules/bulk-apps.ts';
import { NONE, writeSelection } from '../../util/selection.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** What the list tells the dialogs over it; undefined until the apps are loaded. */
export interface ListContext {
  selected: readonly AppSummary[] | undefined;
}

/** Does something to the apps that are chosen in the list. */
export function BulkDialog() {
  const places = useMarathonPaths();
  const action = bulkActionOf(useParams()['action']);
  const { selected } = useOutletContext<ListContext>();
  const groupId = useListGroup();
  const { search } = useLocation();
  const navigate = useNavigate();
  if (action === undefined || selected === undefined) return undefined;
  const back = (query: string) => void navigate(keepingSearch(places.group(groupId), query), { preventScrollReset: true });
  const done = () => {
    const rest = new URLSearchParams(search);
    writeSelection(rest, NONE);
    back(rest.toString());
  };
  return <BulkActionDialog action={action} apps={selected} onClose={() => back(search)} onDone={done} />;
}
