import { Ellipsis } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useMessages } from '../../../i18n/messages.ts';
import type { AppSummary } from '../../../live/marathon-wire.ts';
import { keepingSearch, paths } from '../../../paths.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { appMenuItems } from './app-actions.tsx';

/** What can be done with an app of the list, without leaving the list. */
export function AppRowMenu({ app, groupId, stale }: { app: AppSummary; groupId: string; stale: boolean }) {
  const { actions, list } = useMessages().marathon;
  const navigate = useNavigate();
  const { search } = useLocation();
  return (
    <Menu
      trigger={
        <IconButton label={list.actionsOf(app.id)} tooltip={false}>
          <Ellipsis aria-hidden size={17} />
        </IconButton>
      }
      items={appMenuItems(['scale', 'restart', 'suspend', 'destroy'], { instances: app.instances, stale }, actions, (dialog) =>
        navigate(keepingSearch(paths.marathon.listDialog(groupId, dialog, app.id), search), { preventScrollReset: true }),
      )}
    />
  );
}
