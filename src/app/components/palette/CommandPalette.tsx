import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { usePaletteWords } from '../../i18n/palette-words.ts';
import type { PaletteItem } from './palette-item.ts';
import { PaletteOptions } from './PaletteOptions.tsx';
import { rememberChoice } from './recent-choices.ts';
import { usePaletteResults } from './use-palette-results.ts';

/** Finds everything that has a name, and does what can be done to it. `onChoose` goes there and closes the palette. */
export function CommandPalette({ onClose, onChoose }: { onClose: () => void; onChoose: (item: PaletteItem) => void }) {
  const words = usePaletteWords();
  const [typed, setTyped] = useState('');
  const results = usePaletteResults(typed);
  const choose = (item: PaletteItem): void => {
    rememberChoice(item.to);
    onChoose(item);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-black/55 transition-opacity data-starting-style:opacity-0" />
        <Dialog.Viewport className="fixed inset-0 z-50 flex justify-center sm:items-start sm:p-6 sm:pt-[10vh]">
          <Dialog.Popup className="flex max-h-full w-full flex-col overflow-hidden bg-surface text-text shadow-pop outline-hidden sm:max-h-[70vh] sm:max-w-2xl sm:rounded-xl sm:border sm:border-line">
            <Dialog.Title className="sr-only">{words.title}</Dialog.Title>
            <Autocomplete.Root
              inline
              open
              mode="none"
              autoHighlight="always"
              keepHighlight
              items={results.items}
              itemToStringValue={({ label }: PaletteItem) => label}
              value={typed}
              // A choice would put its name into the field.
              onValueChange={(text, { reason }) => reason !== 'item-press' && setTyped(text)}
            >
              <div className="flex items-center gap-3 border-b border-line px-4">
                <Search aria-hidden size={18} className="shrink-0 text-muted" />
                <Autocomplete.Input
                  aria-label={words.title}
                  placeholder={words.placeholder}
                  spellCheck={false}
                  className="h-12 min-w-0 flex-1 bg-transparent text-base outline-hidden placeholder:text-muted"
                />
              </div>
              <PaletteOptions typed={typed} results={results} onChoose={choose} />
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
