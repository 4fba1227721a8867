import { Dialog } from '@base-ui/react/dialog';
import { useMessages } from '../i18n/messages.ts';
import { Navigation } from './Navigation.tsx';

/** The sidebar on narrow windows: over the page, closed by Escape, a click beside it or a choice in it. */
export function NavigationDrawer({ onClose }: { onClose: () => void }) {
  const { shell } = useMessages();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/55" />
        <Dialog.Popup aria-label={shell.navigation} className="fixed inset-y-0 left-0 z-50 w-64 outline-hidden">
          <Navigation />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
