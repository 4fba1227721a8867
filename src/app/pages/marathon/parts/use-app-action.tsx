import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { appActionMutation, type AppAction, isLocked } from '../../../live/marathon-actions.ts';
import { LockedNotice } from './LockedNotice.tsx';

export interface AppActionState {
  /** `done` is called once Marathon has taken the action. */
  run: (action: AppAction, done: () => void) => void;
  pending: boolean;
  /** Why the last try failed. */
  problem: ReactNode;
  /** A running deployment has locked the app: only `force`, which stops that deployment, gets through. */
  locked: boolean;
}

/** Runs an action on an app from its dialog, and says what is in the way. */
export function useAppAction(): AppActionState {
  const { mutate, isPending, error } = useMutation(appActionMutation(useQueryClient()));
  const locked = isLocked(error);
  return {
    run: (action, done) => mutate(action, { onSuccess: done }),
    pending: isPending,
    problem: locked ? <LockedNotice error={error} /> : error?.message,
    locked,
  };
}
