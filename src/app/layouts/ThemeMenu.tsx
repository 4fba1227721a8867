import { Monitor, Moon, Sun } from 'lucide-react';
import { useMessages } from '../i18n/messages.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { useKept } from '../util/kept-value.ts';
import { themeChoice, THEMES } from '../util/theme.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon };

export function ThemeMenu() {
  const { shell } = useMessages();
  const chosen = useKept(themeChoice);
  const Chosen = ICONS[chosen];
  return (
    <Menu
      trigger={
        <IconButton label={shell.theme.label} tooltip={false}>
          <Chosen aria-hidden size={17} />
        </IconButton>
      }
      items={THEMES.map((theme) => {
        const Icon = ICONS[theme];
        return {
          label: shell.theme[theme],
          icon: <Icon aria-hidden size={15} />,
          checked: theme === chosen,
          onSelect: () => themeChoice.set(theme),
        };
      })}
    />
  );
}
