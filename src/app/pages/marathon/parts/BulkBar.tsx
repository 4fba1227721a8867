import { useLocation } from 'react-router';
import { useAppDialogWords } from '../../../i18n/app-dialog-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { type BulkAction, keepingSearch } from '../../../paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

const ACTIONS: readonly BulkAction[] = ['scale', 'restart', 'suspend', 'resume', 'destroy'];

/** What can be done with the chosen apps; stays in sight while there are any. */
export function BulkBar({ count, groupId, stale, onClear }: { count: number; groupId: string; stale: boolean; onClear: () => void }) {
  const places = useMarathonPaths();
  const { bulk: words } = useAppDialogWords();
  const { actions } = useMessages().marathon;
  const { search } = useLocation();
  return (
    <section
      aria-label={words.bar}
      className="sticky bottom-3 z-30 flex flex-wrap items-center gap-2 rounded-lg border border-accent/50 bg-accent-soft px-3 py-2 shadow-pop"
    >
      <output className="mr-auto text-sm font-medium">{words.selected(count)}</output>
      {ACTIONS.map((action) =>
        stale ? (
          <Button key={action} size="sm" disabledReason={actions.stale}>
            {words.verbs[action]}
          </Button>
        ) : (
          <ButtonLink
            key={action}
            size="sm"
            variant={action === 'destroy' ? 'danger' : 'outline'}
            to={keepingSearch(places.bulk(groupId, action), search)}
            preventScrollReset
          >
            {words.verbs[action]}
          </ButtonLink>
        ),
      )}
      <Button size="sm" variant="ghost" onClick={onClear}>
        {words.clear}
      </Button>
    </section>
  );
}
