import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate, useOutletContext, useSearchParams } from 'react-router';
import { useInstanceWords } from '../../i18n/instance-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { isLocked, killMutation } from '../../live/marathon-actions.ts';
import { KILL_MODES, keepingSearch } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { LockedNotice } from './parts/LockedNotice.tsx';
import type { InstancesContext } from './parts/use-chosen-instances.ts';
import { NONE, writeSelection } from '../../util/selection.ts';
import { useMarathonPaths } from '../../util/use-marathon-paths.ts';

/** Kills the chosen instances: others come in their place, or (Kill & Scale) do not, or (Kill & Wipe) come without their data. */
export function KillDialog() {
  const places = useMarathonPaths();
  const { pathname } = useLocation();
  const mode = KILL_MODES.find((each) => pathname.endsWith(`/${each}`)) ?? 'kill';
  const { kill: words } = useInstanceWords();
  const { conflict } = useMessages().marathon;
  const { app, selected } = useOutletContext<InstancesContext>();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const toast = useToast();
  const { mutate, isPending, error } = useMutation(killMutation(useQueryClient()));
  const locked = isLocked(error);
  const count = selected.length;
  const label = { kill: words.kill, 'kill-and-scale': words.scale, 'kill-and-wipe': words.wipe }[mode];
  const back = (query: URLSearchParams) => void navigate(keepingSearch(places.app(app.id), query.toString()), { preventScrollReset: true });
  const close = () => back(search);
  const kill = () =>
    mutate(
      { appId: app.id, taskIds: selected, mode, force: locked },
      {
        onSuccess: () => {
          toast({ tone: 'ok', title: words.done(count) });
          const without = new URLSearchParams(search);
          writeSelection(without, NONE);
          back(without);
        },
      },
    );
  return (
    <ConfirmDialog
      title={mode === 'kill-and-wipe' ? words.wipeTitle(count) : words.title(count)}
      confirmLabel={locked ? conflict.stopAnd(label) : label}
      danger
      pending={isPending}
      error={locked ? <LockedNotice error={error} /> : error?.message}
      onConfirm={count === 0 ? close : kill}
      onClose={close}
    >
      {count === 0 ? (
        <p>{words.ended}</p>
      ) : (
        <>
          <p>{mode === 'kill' ? words.text : mode === 'kill-and-scale' ? words.scaleText(count) : words.wipeText}</p>
          <ul className="max-h-40 overflow-y-auto font-mono text-xs break-all">
            {selected.map((id) => (
              <li key={id}>{id}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
