import type { QueryClient } from '@tanstack/react-query';
import { heardFrom, isSource, SOURCES } from './sources.ts';
import { wakeUp } from './streams/wake-up.ts';

/**
 * Takes every answer to a query for a sign of life of its source, named by the first part of its key, and asks for everything that is
 * shown again when a source is back. Until the returned function is called.
 */
export function hearAnswers(client: QueryClient): () => void {
  const unsubscribe = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'success' || event.action.manual === true) return;
    const [source] = event.query.queryKey;
    if (isSource(source)) heardFrom(SOURCES[source]);
  });
  const unwake = wakeUp.subscribe(
    () => void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' || query.isStale() }),
  );
  return () => {
    unsubscribe();
    unwake();
  };
}
