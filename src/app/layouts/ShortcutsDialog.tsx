import { useHelpWords } from '../i18n/help-words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { ShortcutList } from './ShortcutList.tsx';

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { shortcuts } = useHelpWords();
  return (
    <Dialog title={shortcuts.title} width="lg" text onClose={onClose}>
      <ShortcutList />
      <p className="text-xs text-muted">{shortcuts.inert}</p>
    </Dialog>
  );
}
