import { CircleQuestionMark } from 'lucide-react';
import { useNavigate } from 'react-router';
import { useMessages } from '../i18n/messages.ts';
import { paths } from '../paths.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useKept } from '../util/kept-value.ts';
import { notificationChoice } from '../util/notification-setting.ts';
import { useShellModal } from './shell-modal.ts';

/** Help with these pages, what they talk to, and whether they tell of what others do. */
export function HelpMenu() {
  const { help } = useMessages().shell;
  const navigate = useNavigate();
  const { open } = useShellModal();
  const notifications = useKept(notificationChoice) === 'on';
  return (
    <Menu
      trigger={
        <IconButton label={help.label} tooltip={false}>
          <CircleQuestionMark aria-hidden size={17} />
        </IconButton>
      }
      items={[
        { label: help.shortcuts, onSelect: () => open('help') },
        { label: help.documentation, onSelect: () => void navigate(paths.help()) },
        { label: help.apiReference, onSelect: () => void navigate(paths.apiReference()) },
        {
          label: notifications ? help.notificationsOff : help.notificationsOn,
          onSelect: () => notificationChoice.set(notifications ? 'off' : 'on'),
        },
        { label: help.about, onSelect: () => open('about') },
      ]}
    />
  );
}
