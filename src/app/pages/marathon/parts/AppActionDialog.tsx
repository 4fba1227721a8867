import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages.ts';
import { appQuery } from '../../../live/marathon-queries.ts';
import type { AppAction } from '../../../live/marathon-actions.ts';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { useAppAction } from './use-app-action.tsx';

export interface AppActionDialogProps {
  appId: string;
  onClose: () => void;
  title: string;
  /** The verb on the button. */
  label: string;
  danger?: boolean;
  /** What is said when the action was taken. */
  done: (app: AppDetail) => string;
  /** Where to go when it was taken, if not back as by closing. */
  onDone?: () => void;
  /** undefined while what was entered cannot be sent. */
  action: (app: AppDetail, force: boolean) => AppAction | undefined;
  children: (app: AppDetail) => ReactNode;
}

/** Asks before something is done to an app, and how to go on when a deployment has locked it. */
export function AppActionDialog({
  appId,
  onClose,
  title,
  label,
  danger = false,
  done,
  onDone = onClose,
  action,
  children,
}: AppActionDialogProps) {
  const { actions, conflict } = useMessages().marathon;
  const app = useQuery(appQuery(appId));
  const { run, pending, problem, locked } = useAppAction(onDone);
  const missing = app.isError && app.data === undefined;
  const confirm = () => {
    const wanted = app.data && action(app.data, locked);
    if (wanted) run(wanted, done(app.data));
  };
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={locked ? conflict.stopAnd(label) : label}
      danger={danger || locked}
      pending={pending}
      error={missing ? actions.notThere(appId) : problem}
      onConfirm={confirm}
      onClose={onClose}
    >
      {app.isPending && <Skeleton className="h-10 w-full" />}
      {app.data && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            confirm();
          }}
        >
          {children(app.data)}
        </form>
      )}
    </ConfirmDialog>
  );
}
