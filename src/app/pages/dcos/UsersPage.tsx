import { useQuery } from '@tanstack/react-query';
import { Plus, Users } from 'lucide-react';
import { useMemo } from 'react';
import { Outlet, useLocation } from 'react-router';
import type { User } from '../../../api/dcos/users.ts';
import { userColumns } from '../../components/users/user-columns.tsx';
import { useUsersWords } from '../../i18n/users-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { uiConfigQuery } from '../../live/ui-config.ts';
import { usersQuery } from '../../live/users.ts';
import { keepingSearch } from '../../paths.ts';
import { DataTable } from '../../tables/DataTable.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { userPaths } from '../../user-paths.ts';
import { ApiError } from '../../util/http.ts';

const rowKey = (user: User): string => user.uid;
const rowLink = (user: User): string => userPaths.user(user.uid);
const BY_NAME = { id: 'user', descending: false };

/** Who may log in to this server. */
export function UsersPage() {
  const words = useUsersWords();
  const { search } = useLocation();
  const users = useQuery(usersQuery);
  const self = useQuery(uiConfigQuery).data?.user?.uid;
  const columns = useMemo(() => userColumns(words, self), [words, self]);
  const absent = users.error instanceof ApiError && users.error.status === 404;
  return (
    <Page
      title={words.title}
      actions={
        users.data && (
          <ButtonLink to={keepingSearch(userPaths.add(), search)} variant="primary" harmless preventScrollReset>
            <Plus aria-hidden size={16} />
            {words.add.label}
          </ButtonLink>
        )
      }
    >
      {absent ? (
        <EmptyState icon={<Users aria-hidden size={32} />} title={words.absent}>
          {words.absentAdvice}
        </EmptyState>
      ) : (
        <DataTable
          label={words.title}
          columns={columns}
          rows={users.data}
          rowKey={rowKey}
          rowLink={rowLink}
          initialSort={BY_NAME}
          stale={users.isError}
          empty={<EmptyState icon={<Users aria-hidden size={32} />} title={words.empty} />}
          error={
            users.error && !users.data ? (
              <ErrorState title={words.cannotLoad} detail={users.error.message} onRetry={() => void users.refetch()} />
            ) : undefined
          }
        />
      )}
      <Outlet />
    </Page>
  );
}
