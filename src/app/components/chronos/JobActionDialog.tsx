import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ChronosJob } from '../../../api/chronos/job.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { chronosKeys, jobQuery } from '../../live/chronos-queries.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/use-toast.ts';
import { useDialogJob } from './use-dialog-job.ts';

export interface JobActionDialogProps {
  title: (name: string) => string;
  label: string;
  danger?: boolean;
  done: (name: string) => string;
  action: (job: ChronosJob) => Promise<void>;
  /** The page behind is gone with it: go to the list. */
  leaves?: boolean;
  children: (job: ChronosJob) => ReactNode;
}

/** Asks before something is done to a job, over the list or over its page. */
export function JobActionDialog({ title, label, danger = false, done, action, leaves = false, children }: JobActionDialogProps) {
  const words = useChronosWords();
  const { name, close, toList } = useDialogJob();
  const client = useQueryClient();
  // What the list has of it is there at once, so that the focus finds its field.
  const known = () => client.getQueryData<ChronosJob[]>(chronosKeys.jobs)?.find((each) => each.name === name);
  const job = useQuery({ ...jobQuery(name), placeholderData: known });
  const toast = useToast();
  const mutation = useMutation({
    mutationFn: action,
    onSuccess: () => {
      toast({ tone: 'ok', title: done(name) });
      if (leaves) toList();
      else close();
    },
    onSettled: () => client.invalidateQueries({ queryKey: chronosKeys.all }),
  });
  const confirm = () => job.data && mutation.mutate(job.data);
  return (
    <ConfirmDialog
      title={title(name)}
      confirmLabel={label}
      danger={danger}
      pending={mutation.isPending}
      error={job.data === null ? words.dialogs.notThere(name) : (mutation.error?.message ?? (job.data ? undefined : job.error?.message))}
      onConfirm={confirm}
      onClose={close}
    >
      {job.isPending && <Skeleton className="h-10" />}
      {job.data && <div className="flex flex-col gap-4">{children(job.data)}</div>}
    </ConfirmDialog>
  );
}
