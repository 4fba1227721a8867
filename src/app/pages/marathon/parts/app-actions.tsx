import { Ban, Copy, Pencil, Play, RefreshCw, Scaling, Trash2 } from 'lucide-react';
import type { Messages } from '../../../i18n/messages.ts';
import type { AppDialog } from '../../../paths.ts';
import type { MenuItem } from '../../../ui/Menu.tsx';

/**
 * The menu of an app: each entry opens a dialog. What cannot be done now is off, and says why; a suspended app is resumed instead.
 * `stale`: Marathon does not answer.
 */
export function appMenuItems(
  dialogs: readonly AppDialog[],
  { instances, stale }: { instances: number; stale: boolean },
  words: Messages['marathon']['actions'],
  open: (dialog: AppDialog) => void,
): MenuItem[] {
  const unreachable = stale ? words.stale : undefined;
  const off = unreachable ?? (instances === 0 ? words.nothingRuns : undefined);
  const items: Record<AppDialog, Omit<MenuItem, 'onSelect'>> = {
    edit: { label: words.edit, icon: <Pencil aria-hidden size={15} />, disabledReason: unreachable },
    duplicate: { label: words.duplicate, icon: <Copy aria-hidden size={15} />, disabledReason: unreachable },
    scale: { label: words.scale, icon: <Scaling aria-hidden size={15} />, disabledReason: unreachable },
    restart: { label: words.restart, icon: <RefreshCw aria-hidden size={15} />, disabledReason: off },
    suspend: { label: words.suspend, icon: <Ban aria-hidden size={15} />, disabledReason: off },
    resume: { label: words.resume, icon: <Play aria-hidden size={15} />, disabledReason: unreachable },
    destroy: { label: words.destroy, icon: <Trash2 aria-hidden size={15} />, danger: true, disabledReason: unreachable },
  };
  return dialogs
    .map((dialog) => (dialog === 'suspend' && instances === 0 ? 'resume' : dialog))
    .map((dialog) => Object.assign({ onSelect: () => open(dialog) }, items[dialog]));
}
