import { type ComponentType, Suspense } from 'react';
import { lazyPart } from '../util/load-again.ts';
import { type ShellModal, useShellModal } from './shell-modal.ts';

const DIALOGS: Record<ShellModal, ComponentType<{ onClose: () => void }>> = {
  'save-view': lazyPart(async () => ({ default: (await import('../filters/SaveViewDialog.tsx')).SaveViewDialog })),
  views: lazyPart(async () => ({ default: (await import('../filters/ViewsDialog.tsx')).ViewsDialog })),
  about: lazyPart(async () => ({ default: (await import('./AboutDialog.tsx')).AboutDialog })),
  help: lazyPart(async () => ({ default: (await import('./ShortcutsDialog.tsx')).ShortcutsDialog })),
  settings: lazyPart(async () => ({ default: (await import('./SettingsDialog.tsx')).SettingsDialog })),
  palette: lazyPart(async () => ({ default: (await import('./PaletteDialog.tsx')).PaletteDialog })),
};

/** The dialogs that any page can have over it. */
export function ShellDialogs() {
  const { modal, close } = useShellModal();
  if (modal === null || !isShellModal(modal)) return undefined;
  const Dialog = DIALOGS[modal];
  return (
    <Suspense>
      <Dialog onClose={close} />
    </Suspense>
  );
}

const isShellModal = (name: string): name is ShellModal => Object.hasOwn(DIALOGS, name);
