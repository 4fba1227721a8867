import { MoreHorizontal } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { chronosPaths, type JobDialog } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { keepingSearch } from '../../paths.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import type { JobRow } from './job-rows.ts';
import { useJobMenuItems } from './use-job-menu-items.ts';

/** What can be done with one job of the list. */
export function JobMenu({ row }: { row: JobRow }) {
  const words = useChronosWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const open = (dialog: JobDialog) =>
    void navigate(keepingSearch(chronosPaths.listDialog(dialog, row.name), search), { preventScrollReset: true });
  return (
    <Menu
      acts
      trigger={
        <IconButton label={words.actionsOf(row.name)} tooltip={false}>
          <MoreHorizontal aria-hidden size={16} />
        </IconButton>
      }
      items={useJobMenuItems(row, open)}
    />
  );
}
