import { useNavigate } from 'react-router';
import { CommandPalette } from '../components/palette/CommandPalette.tsx';
import type { PaletteItem } from '../components/palette/palette-item.ts';
import { MODAL } from './shell-modal.ts';

/** The palette over any page. What it leads to takes its place in the history, so that Back returns to the page it was opened on. */
export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const choose = (item: PaletteItem): void => {
    if (item.run) {
      item.run();
      onClose();
    } else if (item.to.startsWith('?')) {
      void navigate({ search: overPage(item.to) }, { replace: true, preventScrollReset: true });
    } else {
      void navigate(item.to, { replace: true });
    }
  };
  return <CommandPalette onClose={onClose} onChoose={choose} />;
}

/** The current query with another dialog in the place of the palette. */
function overPage(query: string): string {
  const search = new URLSearchParams(location.search);
  search.set(MODAL, new URLSearchParams(query).get(MODAL) ?? '');
  return `?${search}`;
}
