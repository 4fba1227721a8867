import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { isLocked } from '../../../live/marathon-actions.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { LockedNotice } from './LockedNotice.tsx';

export interface GroupActionDialogProps {
  title: string;
  /** The verb on the button. */
  label: string;
  danger?: boolean;
  onClose: () => void;
  /** undefined while what was entered cannot be sent. */
  send: ((force: boolean) => Promise<void>) | undefined;
  onDone: () => void;
  children: ReactNode;
}

/** Asks before something is done to a group, and how to go on when a deployment has locked one of its apps. */
export function GroupActionDialog({ title, label, danger = false, onClose, send, onDone, children }: GroupActionDialogProps) {
  const words = useGroupWords();
  const { conflict } = useMessages().marathon;
  const { mutate, isPending, error } = useMutation({ mutationFn: (force: boolean) => send?.(force) ?? Promise.resolve() });
  const locked = isLocked(error);
  const confirm = () => send && mutate(locked, { onSuccess: onDone });
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={locked ? conflict.stopAnd(label) : label}
      danger={danger || locked}
      pending={isPending}
      error={locked ? <LockedNotice error={error} text={words.locked} /> : error?.message}
      onConfirm={confirm}
      onClose={onClose}
    >
      {children}
    </ConfirmDialog>
  );
}
