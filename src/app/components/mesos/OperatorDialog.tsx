import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { keepingSearch } from '../../paths.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/use-toast.ts';

export interface OperatorDialogProps {
  title: string;
  /** The verb on the button. */
  label: string;
  danger?: boolean;
  /** The page below. */
  back: string;
  /** Where to go when it was done, if not back. */
  onwards?: string;
  /** A parameter of the dialog's own in the URL, which does not stay with the page below. */
  drop?: string;
  /** What is said when the master took it. */
  done: string;
  /** undefined while what was entered cannot be sent. */
  action: (() => Promise<void>) | undefined;
  children: ReactNode;
}

/** Asks before something is done through the master's operator API. Everything about Mesos is read again afterwards. */
export function OperatorDialog({ title, label, danger = false, back, onwards, drop, done, action, children }: OperatorDialogProps) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const client = useQueryClient();
  const toast = useToast();
  const leaveTo = (path: string) => void navigate(keepingSearch(path, withoutParameter(search, drop)), { preventScrollReset: true });
  const close = () => leaveTo(back);
  const mutation = useMutation({
    mutationFn: (send: () => Promise<void>) => send(),
    onSuccess: () => {
      toast({ tone: 'ok', title: done });
      leaveTo(onwards ?? back);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['mesos'] }),
  });
  const confirm = () => {
    if (action) mutation.mutate(action);
  };
  return (
    <ConfirmDialog
      title={title}
      confirmLabel={label}
      danger={danger}
      pending={mutation.isPending}
      error={mutation.error?.message}
      onConfirm={confirm}
      onClose={close}
    >
      <div className="flex flex-col gap-4">{children}</div>
    </ConfirmDialog>
  );
}

function withoutParameter(search: string, name: string | undefined): string {
  const parameters = new URLSearchParams(search);
  if (name !== undefined) parameters.delete(name);
  return parameters.toString();
}
