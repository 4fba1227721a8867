import { Box } from 'lucide-react';
import { useLocation } from 'react-router';
import { useMessages } from '../../../i18n/messages.ts';
import { keepingSearch } from '../../../paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { ButtonLink } from '../../../ui/ButtonLink.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { ApiError } from '../../../util/http.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** *Create Group* and *Create Application*, within the group that is shown. */
export function CreateLinks({ groupId, stale }: { groupId: string; stale: boolean }) {
  const places = useMarathonPaths();
  const { marathon, marathonList } = useMessages();
  const { search } = useLocation();
  if (stale) {
    return (
      <>
        <Button disabledReason={marathon.actions.stale}>{marathonList.createGroup}</Button>
        <Button variant="primary" disabledReason={marathon.actions.stale}>
          {marathon.list.createApplication}
        </Button>
      </>
    );
  }
  return (
    <>
      <ButtonLink to={keepingSearch(places.createGroup(groupId), search)} preventScrollReset>
        {marathonList.createGroup}
      </ButtonLink>
      <CreateApplicationLink groupId={groupId} />
    </>
  );
}

function CreateApplicationLink({ groupId }: { groupId: string }) {
  const places = useMarathonPaths();
  const { list } = useMessages().marathon;
  const { search } = useLocation();
  return (
    <ButtonLink variant="primary" to={keepingSearch(places.create(groupId), search)} preventScrollReset>
      {list.createApplication}
    </ButtonLink>
  );
}

/** Says that the list is one of matches, and how many there are. */
export function SearchResults({ text, count, onClear }: { text: string; count: number; onClear: () => void }) {
  const { marathonList: words } = useMessages();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <output className="wrap-anywhere">
        {words.searchResults(text)} <span className="text-muted">({words.found(count)})</span>
      </output>
      <button type="button" className="rounded-sm text-sm text-accent hover:underline" onClick={onClear}>
        {words.clearSearch}
      </button>
    </p>
  );
}

/** Why the list has no rows, and what to do about it. */
export function NothingHere({ groupId, filtering, onClear }: { groupId: string; filtering: boolean; onClear: () => void }) {
  const { list } = useMessages().marathon;
  if (filtering) {
    return (
      <EmptyState title={list.noMatch} action={<Button onClick={onClear}>{list.clearFilters}</Button>}>
        {list.noMatchHint}
      </EmptyState>
    );
  }
  const inRoot = groupId === '/';
  return (
    <EmptyState
      icon={<Box aria-hidden size={32} />}
      title={inRoot ? list.nothingYet : list.emptyGroup}
      action={<CreateApplicationLink groupId={groupId} />}
    >
      {inRoot ? list.nothingYetHint : list.emptyGroupHint}
    </EmptyState>
  );
}

/** Why there is no list at all. */
export function ListProblem({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { marathon, marathonList } = useMessages();
  const forbidden = error instanceof ApiError && error.status === 403;
  return (
    <ErrorState
      title={marathon.list.loadFailed}
      detail={error.message}
      advice={forbidden ? marathonList.forbidden : undefined}
      onRetry={onRetry}
    />
  );
}
