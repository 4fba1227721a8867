import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Outlet } from 'react-router';
import { roleColumns } from '../../components/mesos/role-columns.tsx';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { roleFields } from '../../components/mesos/table-fields.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import { type Role, rolesQuery } from '../../live/mesos-roles.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

const rowKey = (row: Role): string => row.name;
const BY_NAME = { id: 'role', descending: false };

/** What each role has, is kept free for it, and may use at most. */
export function RolesPage() {
  const words = useMesosWords();
  const roles = useQuery(rolesQuery);
  const frameworks = useQuery(frameworksQuery).data?.frameworks;
  const columns = useMemo(() => roleColumns(words, new Map(frameworks?.map(({ id, name }) => [id, name]))), [words, frameworks]);
  return (
    <Page title={words.roles.title} hideHeader>
      <SearchableTable
        title={words.roles.title}
        name="roles"
        columns={columns}
        rows={roles.data}
        rowKey={rowKey}
        fields={roleFields}
        initialSort={BY_NAME}
        failure={roles.error}
        onRetry={() => void roles.refetch()}
        empty={<EmptyState title={words.roles.none} />}
      />
      <Outlet />
    </Page>
  );
}
