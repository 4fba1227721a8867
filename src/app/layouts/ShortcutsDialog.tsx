import { useHelpWords } from '../i18n/help-words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ShortcutList } from './ShortcutList.tsx';

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { shortcuts } = useHelpWords();
  return (
    <Dialog title={shortcuts.title} onClose={onClose}>
      <ShortcutList />
      <p className="pt-3 text-xs text-muted">{shortcuts.inert}</p>
    </Dialog>
  );
}
