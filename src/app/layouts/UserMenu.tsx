import { CircleUserRound, LogOut } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { currentUser } from '../live/current-user.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { userPaths } from '../user-paths.ts';
import { request, withBase } from '../util/http.ts';

/** Who is logged in, and the way out. Nothing where the cluster asks for no login. */
export function UserMenu() {
  const { shell } = useMessages();
  const navigate = useNavigate();
  const user = currentUser();
  if (!user) return undefined;
  const logOut = async () => {
    await request('/acs/api/v1/auth/logout');
    location.assign(withBase('/login'));
  };
  return (
    <Menu
      trigger={
        <IconButton label={`${shell.user.menu}: ${user.description}`} tooltip={false}>
          <CircleUserRound aria-hidden size={18} />
        </IconButton>
      }
      items={[
        {
          label: shell.user.account,
          icon: <CircleUserRound aria-hidden size={15} />,
          onSelect: () => void navigate(userPaths.user(user.uid)),
        },
        { label: shell.user.logOut, icon: <LogOut aria-hidden size={15} />, onSelect: () => void logOut() },
      ]}
    />
  );
}
