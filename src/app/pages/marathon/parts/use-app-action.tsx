import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../../../i18n/messages.ts';
import { appActionMutation, type AppAction, isLocked } from '../../../live/marathon-actions.ts';
import { paths } from '../../../paths.ts';
import { useToast } from '../../../ui/use-toast.ts';

export interface AppActionState {
  /** `done` is what is said once Marathon has taken the action. */
  run: (action: AppAction, done: string) => void;
  pending: boolean;
  /** Why the last try failed. */
  problem: ReactNode;
  /** A running deployment has locked the app: only `force`, which stops that deployment, gets through. */
  locked: boolean;
}

/** Runs an action on an app from its dialog: says what was begun and closes, or stays and says what is in the way. */
export function useAppAction(close: () => void): AppActionState {
  const { conflict } = useMessages().marathon;
  const toast = useToast();
  const { mutate, isPending, error } = useMutation(appActionMutation(useQueryClient()));
  const locked = isLocked(error);
  return {
    run: (action, done) =>
      mutate(action, {
        onSuccess: () => {
          toast({ tone: 'ok', title: done });
          close();
        },
      }),
    pending: isPending,
    problem: locked ? (
      <>
        {conflict.locked}{' '}
        <Link to={paths.marathon.deployments()} className="font-medium underline">
          {conflict.showDeployments}
        </Link>
      </>
    ) : (
      error?.message
    ),
    locked,
  };
}
