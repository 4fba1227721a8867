import { useLocation, useNavigate } from 'react-router';
import { BULK_ACTIONS, chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { keepingSearch } from '../../paths.ts';
import { Button } from '../../ui/Button.tsx';

/** What can be done with all jobs that are ticked. */
export function JobBulkBar({ count, onClear }: { count: number; onClear: () => void }) {
  const { several: words, actions } = useChronosWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  return (
    <section
      aria-label={words.bar}
      className="sticky bottom-3 z-20 flex flex-wrap items-center gap-2 rounded-xl border border-line bg-raised px-4 py-2.5 shadow-pop"
    >
      <span className="mr-auto">{words.selected(count)}</span>
      {BULK_ACTIONS.map((action) => (
        <Button
          key={action}
          size="sm"
          variant={action === 'delete' ? 'danger' : undefined}
          onClick={() => void navigate(keepingSearch(chronosPaths.bulk(action), search), { preventScrollReset: true })}
        >
          {actions[action]}
        </Button>
      ))}
      <Button size="sm" variant="ghost" onClick={onClear}>
        {words.clear}
      </Button>
    </section>
  );
}
