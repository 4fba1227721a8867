import type { User } from '../../../api/dcos/users.ts';
import type { UsersWords } from '../../i18n/users-words.ts';
import type { Column } from '../../tables/column.ts';
import { Badge } from '../../ui/Badge.tsx';

/** Columns of the users; `you` is who looks at them. */
export function userColumns({ columns, roles, password, you }: UsersWords, self: string | undefined): Column<User>[] {
  return [
    {
      id: 'user',
      header: columns.user,
      width: 'minmax(9rem, 2fr)',
      sortValue: (user) => user.uid,
      cell: (user) => (
        <>
          <span className="flex items-center gap-2">
            {user.description}
            {user.uid === self && <Badge tone="info">{you}</Badge>}
          </span>
          <span className="block font-mono text-xs font-normal text-muted">{user.uid}</span>
        </>
      ),
    },
    { id: 'role', header: columns.role, sortValue: (user) => user.role, cell: (user) => roles[user.role] },
    {
      id: 'password',
      header: columns.password,
      from: 'sm',
      sortValue: (user) => Number(user.has_password),
      cell: (user) => (user.has_password ? password.set : <span className="text-muted">{password.none}</span>),
    },
    {
      id: 'sessions',
      header: columns.sessions,
      align: 'end',
      from: 'sm',
      sortValue: (user) => user.sessions,
      cell: (user) => user.sessions,
    },
  ];
}
