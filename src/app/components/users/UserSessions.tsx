import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Session } from '../../../api/dcos/users.ts';
import { useUsersWords } from '../../i18n/users-words.ts';
import { useUserChange } from '../../live/use-user-change.ts';
import { endSession, sessionsQuery } from '../../live/users.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { sessionColumns } from './session-columns.tsx';

const rowKey = (session: Session): string => session.id;
const NEWEST_FIRST = { id: 'opened', descending: true };

/** What is open of a user, to be ended one by one. */
export function UserSessions({ uid }: { uid: string }) {
  const words = useUsersWords();
  const sessions = useQuery(sessionsQuery(uid));
  const { mutate, error } = useUserChange((session: Session) => endSession(uid, session.id));
  const columns = useMemo(() => sessionColumns(words, mutate), [words, mutate]);
  return (
    <>
      {error && <Banner tone="danger">{error.message}</Banner>}
      <DataTable
        label={words.sessions.title}
        columns={columns}
        rows={sessions.data}
        rowKey={rowKey}
        initialSort={NEWEST_FIRST}
        empty={<EmptyState title={words.sessions.empty} />}
        error={
          sessions.isError && !sessions.data ? (
            <ErrorState title={words.sessions.cannotLoad} detail={sessions.error.message} onRetry={() => void sessions.refetch()} />
          ) : undefined
        }
      />
    </>
  );
}
