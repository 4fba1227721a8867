import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMessages } from '../../../i18n/messages.ts';
import { appQuery } from '../../../live/marathon-queries.ts';
import type { AppAction } from '../../../live/marathon-actions.ts';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import type { Toast } from '../../../ui/toast-store.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { useAppAction } from './use-app-action.tsx';

export interface AppActionDialogProps {
  appId: string;
  onClose: () => void;
  title: string;
  /** The verb on the button. */
  label: string;
  danger?: boolean;
  /** What is said, and can be done about it, when the action was taken. */
  done: (app: AppDetail) => Pick<Toast, 'title' | 'action'>;
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
  const toast = useToast();
  const { run, pending, problem, locked } = useAppAction();
  const missing = app.isError && app.data === undefined;
  const confirm = () => {
    const now = app.data;
    const wanted = now && action(now, locked);
    if (!wanted) return;
    run(wanted, () => {
      toast({ tone: 'ok', ...done(now) });
      onDone();
    });
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
      {app.data && <div>{children(app.data)}</div>}
    </ConfirmDialog>
  );
}
