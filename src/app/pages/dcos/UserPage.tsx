import { useQuery } from '@tanstack/react-query';
import { Outlet, useLocation, useParams } from 'react-router';
import type { Role, User } from '../../../api/dcos/users.ts';
import { RoleField } from '../../components/users/RoleField.tsx';
import { UserSessions } from '../../components/users/UserSessions.tsx';
import { useUsersWords } from '../../i18n/users-words.ts';
import { Page } from '../../layouts/Page.tsx';
import { uiConfigQuery } from '../../live/ui-config.ts';
import { useUserChange } from '../../live/use-user-change.ts';
import { changeUser, userQuery } from '../../live/users.ts';
import { keepingSearch } from '../../paths.ts';
import { Banner } from '../../ui/Banner.tsx';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { userPaths } from '../../user-paths.ts';

/** The user whom the server's own token belongs to, who stays and stays an admin. */
const LOCAL = 'local';

/** One user: what may be done, by which ways, and the dialogs that change that. */
export function UserPage() {
  const words = useUsersWords();
  const { uid = '' } = useParams();
  const { search } = useLocation();
  const user = useQuery(userQuery(uid));
  const self = useQuery(uiConfigQuery).data?.user;
  const to = (action: 'password' | 'token' | 'log-out' | 'remove') => keepingSearch(userPaths.action(uid, action), search);
  const isAdmin = self?.role === 'admin';
  return (
    <Page
      title={user.data?.description ?? uid}
      crumbs={isAdmin ? [{ label: words.title, to: userPaths.users() }] : []}
      actions={
        user.data && (
          <>
            <ButtonLink to={to('password')} preventScrollReset>
              {user.data.has_password ? words.change.password : words.change.setPassword}
            </ButtonLink>
            {self?.uid === uid && (
              <ButtonLink to={to('token')} preventScrollReset>
                {words.token.label}
              </ButtonLink>
            )}
            <ButtonLink to={to('log-out')} preventScrollReset>
              {words.logOut.label}
            </ButtonLink>
            {isAdmin && uid !== LOCAL && (
              <ButtonLink to={to('remove')} variant="danger" harmless preventScrollReset>
                {words.remove.label}
              </ButtonLink>
            )}
          </>
        )
      }
    >
      {user.isPending && <Skeleton className="h-40" />}
      {user.error && !user.data && <ErrorState title={words.cannotLoad} detail={user.error.message} onRetry={() => void user.refetch()} />}
      {user.data && (
        <>
          <Facts user={user.data} mayChange={isAdmin && uid !== LOCAL} />
          <h2 className="pt-2 text-base font-semibold">{words.sessions.title}</h2>
          <UserSessions uid={uid} />
        </>
      )}
      <Outlet />
    </Page>
  );
}

function Facts({ user, mayChange }: { user: User; mayChange: boolean }) {
  const words = useUsersWords();
  const change = useUserChange((role: Role) => changeUser(user.uid, { role }));
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <FactCard title={user.description}>
        <Fact name={words.add.name}>
          <span className="font-mono text-xs">{user.uid}</span>
        </Fact>
        {!mayChange && <Fact name={words.columns.role}>{words.roles[user.role]}</Fact>}
        <Fact name={words.columns.password}>{user.has_password ? words.password.set : words.password.none}</Fact>
        <Fact name={words.columns.sessions}>{user.sessions}</Fact>
      </FactCard>
      {user.uid === LOCAL && <p className="self-center text-muted">{words.started}</p>}
      {mayChange && (
        <div className="flex max-w-xs flex-col gap-3">
          <RoleField value={change.isPending ? change.variables : user.role} onChange={(role) => change.mutate(role)} />
          {change.error && <Banner tone="danger">{change.error.message}</Banner>}
        </div>
      )}
    </div>
  );
}
