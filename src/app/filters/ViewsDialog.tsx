import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useFilterLanguageWords } from '../i18n/filter-words.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { type SavedView, viewAddress, withoutView, withView } from './saved-views.ts';
import { useSavedViews } from './use-saved-views.ts';

/** All views of this cluster: opening, renaming and deleting them. */
export function ViewsDialog({ onClose }: { onClose: () => void }) {
  const { views: words } = useFilterLanguageWords();
  const [views, setViews] = useSavedViews();
  return (
    <Dialog title={words.menu} onClose={onClose}>
      {views.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {views.map((view) => (
            <ViewItem
              key={view.id}
              view={view}
              onRename={(name) => setViews(withView(views, { ...view, name }))}
              onDelete={() => setViews(withoutView(views, view.id))}
            />
          ))}
        </ul>
      )}
      <p className="pt-3 text-xs text-muted">{words.keptHere}</p>
    </Dialog>
  );
}

function ViewItem({ view, onRename, onDelete }: { view: SavedView; onRename: (name: string) => void; onDelete: () => void }) {
  const { views: words } = useFilterLanguageWords();
  const [name, setName] = useState(view.name);
  const rename = () => {
    const trimmed = name.trim();
    if (trimmed === '') setName(view.name);
    else if (trimmed !== view.name) onRename(trimmed);
  };
  return (
    <li className="grid grid-cols-[1fr_auto_auto] items-center gap-x-2 gap-y-1 py-2.5">
      <TextInput
        aria-label={words.nameOf(view.name)}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => event.key === 'Enter' && rename()}
      />
      <Link
        to={viewAddress(view)}
        aria-label={words.openView(view.name)}
        className="rounded-sm px-2 font-medium text-accent hover:underline"
      >
        {words.open}
      </Link>
      <IconButton label={words.deleteView(view.name)} onClick={onDelete}>
        <Trash2 aria-hidden size={15} />
      </IconButton>
      <span className="col-span-3 font-mono text-xs text-muted wrap-anywhere">{decodeURIComponent(viewAddress(view))}</span>
    </li>
  );
}
