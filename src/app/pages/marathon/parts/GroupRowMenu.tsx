import { Ellipsis } from 'lucide-react';
import { useMessages } from '../../../i18n/messages.ts';
import { IconButton } from '../../../ui/IconButton.tsx';
import { Menu } from '../../../ui/Menu.tsx';
import { useGroupMenu } from './use-group-menu.tsx';

/** What can be done with a folder of the list, without leaving the list. */
export function GroupRowMenu(props: { id: string; instances: number; groupId: string; stale: boolean }) {
  const { list } = useMessages().marathon;
  const items = useGroupMenu(props);
  return (
    <Menu
      acts
      trigger={
        <IconButton label={list.actionsOf(props.id)} tooltip={false}>
          <Ellipsis aria-hidden size={17} />
        </IconButton>
      }
      items={items}
    />
  );
}
