import type { JobDialog } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import type { MenuItem } from '../../ui/Menu.tsx';
import type { JobRow } from './job-rows.ts';

/** The actions of a job in its state, as the list and its page offer them. */
export function useJobMenuItems(row: Pick<JobRow, 'disabled' | 'state'>, open: (dialog: JobDialog) => void): MenuItem[] {
  const { actions: words } = useChronosWords();
  const item = (dialog: JobDialog, more: Partial<MenuItem> = {}): MenuItem => ({
    label: words[dialog],
    onSelect: () => open(dialog),
    ...more,
  });
  return [
    item('run', { disabledReason: row.disabled ? words.runPaused : undefined }),
    item('stop', { disabledReason: row.state === 'idle' ? words.nothingRuns : undefined }),
    row.disabled ? item('resume') : item('pause'),
    item('mark-success'),
    item('edit'),
    item('duplicate'),
    item('delete', { danger: true }),
  ];
}
