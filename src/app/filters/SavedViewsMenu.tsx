import { Bookmark, BookmarkPlus, ListChecks } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { useFilterLanguageWords } from '../i18n/filter-words.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu, type MenuItem } from '../ui/Menu.tsx';
import { viewAddress, viewSearch } from './saved-views.ts';
import { useSavedViews, useViewsDialog } from './use-saved-views.ts';

/** The views that were saved of this page, saving another, and all of them. */
export function SavedViewsMenu() {
  const { views: words } = useFilterLanguageWords();
  const [views] = useSavedViews();
  const open = useViewsDialog();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const shown = viewSearch(search);
  const ofPage = views.filter(({ page }) => page === pathname);
  const items: MenuItem[] = [
    ...ofPage.map((view) => ({
      label: view.name,
      checked: view.search === shown,
      onSelect: () => void navigate(viewAddress(view)),
    })),
    {
      label: words.save,
      icon: <BookmarkPlus aria-hidden size={15} />,
      disabledReason: shown === '' ? words.nothingToSave : undefined,
      onSelect: () => open('save-view'),
    },
    { label: words.manage, icon: <ListChecks aria-hidden size={15} />, onSelect: () => open('views') },
  ];
  return (
    <Menu
      trigger={
        <IconButton label={words.menu} tooltip={false} className="size-9 border border-line-strong/60">
          <Bookmark
            aria-hidden
            size={16}
            className={ofPage.some((view) => view.search === shown) ? 'fill-accent text-accent' : undefined}
          />
        </IconButton>
      }
      items={items}
    />
  );
}
