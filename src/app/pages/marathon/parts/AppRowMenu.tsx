import { Ellipsis, TimerReset } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useMessages } from '../../../i18n/messages.ts';
import type { AppSummary } from '../../../live/marathon-wire.ts';
import { type AppDialog, keepingSearch } from '../../../paths.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import type { AppStatus } from '../rules/app-status.ts';
import { appMenuItems } from './app-actions.tsx';
import { useResetDelay } from './use-reset-delay.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

const ENTRIES: readonly AppDialog[] = ['scale', 'restart', 'suspend', 'edit', 'duplicate', 'destroy'];

export interface AppRowMenuProps {
  app: AppSummary;
  status: AppStatus | undefined;
  groupId: string;
  stale: boolean;
}

/** What can be done with an app of the list, without leaving the list. */
export function AppRowMenu({ app, status, groupId, stale }: AppRowMenuProps) {
  const places = useMarathonPaths();
  const { marathon, marathonList } = useMessages();
  const { actions, list } = marathon;
  const resetDelay = useResetDelay(app.id);
  const navigate = useNavigate();
  const { search } = useLocation();
  const items = appMenuItems(ENTRIES, { instances: app.instances, stale }, actions, (dialog) =>
    navigate(keepingSearch(places.listDialog(groupId, dialog, app.id), search), { preventScrollReset: true }),
  );
  const reset: MenuItem = {
    label: marathonList.delay.reset,
    icon: <TimerReset aria-hidden size={15} />,
    disabledReason: stale ? actions.stale : undefined,
    onSelect: resetDelay,
  };
  return (
    <Menu
      acts
      trigger={
        <IconButton label={list.actionsOf(app.id)} tooltip={false}>
          <Ellipsis aria-hidden size={17} />
        </IconButton>
      }
      items={status === 'delayed' ? items.toSpliced(-1, 0, reset) : items}
    />
  );
}
