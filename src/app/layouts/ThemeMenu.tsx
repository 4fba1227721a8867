import { Monitor, Moon, Sun } from 'lucide-react';
import { useMessages } from '../i18n/messages.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { setTheme, type Theme, useTheme } from '../util/theme.ts';

const ICONS = { system: Monitor, light: Sun, dark: Moon };
const THEMES: Theme[] = ['system', 'light', 'dark'];

export function ThemeMenu() {
  const { shell } = useMessages();
  const chosen = useTheme();
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
          onSelect: () => setTheme(theme),
        };
      })}
    />
  );
}
