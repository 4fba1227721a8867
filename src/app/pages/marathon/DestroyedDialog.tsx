import { useSyncExternalStore } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useAppDialogWords } from '../../i18n/app-dialog-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import type { Destroyed } from '../../live/destroyed-list.ts';
import { destroyedStore } from '../../live/destroyed-store.ts';
import { keepingSearch } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useListGroup } from './parts/use-list-base.ts';
import { useRecreate } from './parts/use-recreate.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** What was destroyed from this browser lately, and creating it again. */
export function DestroyedDialog() {
  const places = useMarathonPaths();
  const { recent } = useAppDialogWords();
  const { common } = useMessages();
  const groupId = useListGroup();
  const { search } = useLocation();
  const navigate = useNavigate();
  const list = useSyncExternalStore(destroyedStore.subscribe, destroyedStore.current);
  const close = () => void navigate(keepingSearch(places.group(groupId), search), { preventScrollReset: true });
  return (
    <Dialog
      title={recent.title}
      onClose={close}
      footer={
        <>
          {list.length > 0 && (
            <Button variant="ghost" onClick={destroyedStore.clear}>
              {recent.forget}
            </Button>
          )}
          <Button onClick={close}>{common.close}</Button>
        </>
      }
    >
      {list.length === 0 ? (
        <EmptyState title={recent.none}>{recent.noneHint}</EmptyState>
      ) : (
        <div className="flex flex-col gap-3">
          <p className="text-xs text-muted">{recent.keptHere}</p>
          <ul className="flex flex-col divide-y divide-line">
            {list.map((entry) => (
              <DestroyedEntry key={`${entry.kind} ${entry.id}`} entry={entry} />
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

function DestroyedEntry({ entry }: { entry: Destroyed }) {
  const { recent } = useAppDialogWords();
  const recreate = useRecreate();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
        {entry.kind === 'group' && <span className="text-muted">{recent.group} </span>}
        <span className="font-medium">{entry.id}</span>
        <span className="block text-xs">
          <span className="text-muted">{recent.destroyed} </span>
          <RelativeTime at={entry.at} />
        </span>
      </span>
      <Button size="sm" aria-label={recent.recreateLabel(entry.id)} onClick={() => void recreate(entry)}>
        {recent.recreate}
      </Button>
    </li>
  );
}
