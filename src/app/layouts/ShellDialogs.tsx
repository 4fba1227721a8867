import { AboutDialog } from './AboutDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { useShellModal } from './shell-modal.ts';

/** The dialogs that any page can have over it. */
export function ShellDialogs() {
  const { modal, close } = useShellModal();
  if (modal === 'about') return <AboutDialog onClose={close} />;
  if (modal === 'settings') return <SettingsDialog onClose={close} />;
  return modal === 'help' ? <ShortcutsDialog onClose={close} /> : undefined;
}
