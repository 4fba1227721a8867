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
  const unwatch = Object.entries(SOURCES).map(([name, { freshness }]) =>
    freshness.subscribe(() => {
      // What hangs is given up: it would keep the few connections that a browser has from those who ask whether the source is back.
      if (freshness.current().kind === 'reconnecting') void client.cancelQueries({ queryKey: [name] });
    }),
  );
  return () => {
    unsubscribe();
    unwake();
    for (const stop of unwatch) stop();
  };
}
