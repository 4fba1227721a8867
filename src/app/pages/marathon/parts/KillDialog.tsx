import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMessages } from '../../../i18n/messages.ts';
import { isLocked, killMutation } from '../../../live/marathon-actions.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';

export interface KillDialogProps {
  appId: string;
  taskIds: readonly string[];
  /** Kill & Scale: no others are started in their place. */
  scale: boolean;
  onDone: () => void;
  onClose: () => void;
}

export function KillDialog({ appId, taskIds, scale, onDone, onClose }: KillDialogProps) {
  const { instances: words, conflict } = useMessages().marathon;
  const toast = useToast();
  const { mutate, isPending, error } = useMutation(killMutation(useQueryClient()));
  const locked = isLocked(error);
  const label = scale ? words.killAndScale : words.kill;
  const kill = () =>
    mutate(
      { appId, taskIds, scale, force: locked },
      {
        onSuccess: () => {
          toast({ tone: 'ok', title: words.killed(taskIds.length) });
          onDone();
        },
      },
    );
  return (
    <ConfirmDialog
      title={words.killTitle(taskIds.length)}
      confirmLabel={locked ? conflict.stopAnd(label) : label}
      danger
      pending={isPending}
      error={locked ? conflict.locked : error?.message}
      onConfirm={kill}
      onClose={onClose}
    >
      <p>{scale ? words.killAndScaleText : words.killText}</p>
      <ul className="max-h-40 overflow-y-auto font-mono text-xs break-all">
        {taskIds.map((id) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
    </ConfirmDialog>
  );
}
