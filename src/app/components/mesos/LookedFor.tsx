import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';

export interface LookedForProps {
  query: Pick<UseQueryResult, 'isPending' | 'isError' | 'data' | 'error' | 'refetch'>;
  /** What could not be loaded. */
  what: string;
  /** Said when the answer is there and does not have it. */
  missing: string;
  hint: string;
  action: ReactNode;
}

/** In place of a thing that is not there: still loading, unreadable, or unknown to whoever was asked. */
export function LookedFor({ query, what, missing, hint, action }: LookedForProps) {
  const words = useMesosWords();
  const { common } = useMessages();
  if (query.isPending) return <Skeleton className="h-40" />;
  if (query.isError && query.data === undefined) {
    return (
      <ErrorState
        title={words.cannotLoad(what)}
        detail={query.error?.message}
        advice={common.failureAdvice}
        onRetry={() => void query.refetch()}
      />
    );
  }
  return (
    <EmptyState title={missing} action={action}>
      {hint}
    </EmptyState>
  );
}
