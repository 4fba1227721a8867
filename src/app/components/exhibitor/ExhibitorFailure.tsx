import { useExhibitorWords } from '../../i18n/exhibitor-words.ts';
import { isAbsent } from '../../live/cluster-facts.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ApiError } from '../../util/http.ts';

/** Why there is nothing of Exhibitor to show: a cluster without one is no fault. */
export function ExhibitorFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const words = useExhibitorWords();
  const isStarting = error instanceof ApiError && error.status === 503;
  if (isAbsent(error) && !isStarting) return <EmptyState title={words.absent}>{error.message}</EmptyState>;
  return <ErrorState title={words.failed} detail={error.message} onRetry={onRetry} />;
}
