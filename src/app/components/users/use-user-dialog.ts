import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate, useParams } from 'react-router';
import type { User } from '../../../api/dcos/users.ts';
import { uiConfigQuery } from '../../live/ui-config.ts';
import { userQuery } from '../../live/users.ts';
import { keepingSearch } from '../../paths.ts';
import { userPaths } from '../../user-paths.ts';

/** What dialogs over a user have in common: whose they are, and the way back. `own`: of who looks at it. */
export function useUserDialog(): { uid: string; user: User | undefined; own: boolean; close: () => void } {
  const { uid = '' } = useParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const user = useQuery(userQuery(uid)).data;
  const own = useQuery(uiConfigQuery).data?.user?.uid === uid;
  return { uid, user, own, close: () => void navigate(keepingSearch(userPaths.user(uid), search), { preventScrollReset: true }) };
}
