import { EllipsisVertical, Network, Undo2 } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { keepingSearch } from '../../../paths.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../../../ui/Menu.tsx';
import { useGroupMenu } from './use-group-menu.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** What can be done with the whole list: with its group, unless that is the root, and from any list. */
export function ListMenu({ groupId, instances, stale }: { groupId: string; instances: number; stale: boolean }) {
  const places = useMarathonPaths();
  const { actions } = useMessages().marathon;
  const { recent } = useAppDialogWords();
  const words = useGroupWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const forGroup = useGroupMenu({ id: groupId, instances, groupId, stale });
  const general: MenuItem[] = [
    {
      label: words.dependencies,
      icon: <Network aria-hidden size={15} />,
      onSelect: () => void navigate(places.dependencies(groupId)),
    },
    {
      label: recent.open,
      icon: <Undo2 aria-hidden size={15} />,
      onSelect: () => void navigate(keepingSearch(places.destroyed(groupId), search), { preventScrollReset: true }),
    },
  ];
  return (
    <Menu
      trigger={
        <IconButton label={actions.more} tooltip={false} className="size-9 border border-line-strong/60">
          <EllipsisVertical aria-hidden size={16} />
        </IconButton>
      }
      items={groupId === '/' ? general : [...general, ...forGroup]}
    />
  );
}
