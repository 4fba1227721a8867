import { Search } from 'lucide-react';
import { useMessages } from '../i18n/messages.ts';
import { commandKey } from '../util/command-key.ts';
import { useShellModal } from './shell-modal.ts';

/** Opens the palette; on wide windows it looks like the field that it leads to. */
export function PaletteButton() {
  const { shell } = useMessages();
  const { open } = useShellModal();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => open('palette')}
      className="inline-flex h-8 items-center gap-2 rounded-md text-muted transition-colors hover:bg-hover hover:text-text max-md:w-8 max-md:justify-center md:border md:border-line md:bg-canvas md:px-2.5"
    >
      <Search aria-hidden size={16} />
      <span className="sr-only">{shell.palette.label}</span>
      <span aria-hidden className="text-xs max-md:hidden md:w-20 md:text-left lg:w-32">
        {shell.palette.open}
      </span>
      <kbd aria-hidden className="rounded-sm border border-line px-1 font-mono text-xs max-md:hidden">
        {commandKey()} K
      </kbd>
    </button>
  );
}
