import { DisplaySettings } from '../components/settings/DisplaySettings.tsx';
import { useSettingsWords } from '../i18n/settings-words.ts';
import { Dialog } from '../ui/Dialog.tsx';

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const words = useSettingsWords();
  return (
    <Dialog title={words.title} onClose={onClose}>
      <DisplaySettings />
      <p className="pt-4 text-xs text-muted">{words.kept}</p>
    </Dialog>
  );
}
