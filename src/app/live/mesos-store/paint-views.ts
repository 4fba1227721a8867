import type { Query, QueryClient } from '@tanstack/react-query';
import type { StreamMeta } from './current.ts';
import type { MesosState } from './mesos-state.ts';

/** Queries that are on screen and that the stream has something to say to. */
export function watchedQueries(client: QueryClient): { query: Query; meta: StreamMeta }[] {
  return client
    .getQueryCache()
    .findAll({ queryKey: ['mesos'], type: 'active' })
    .flatMap((query) => {
      const meta: StreamMeta = query.meta ?? {};
      return meta.view === undefined ? [] : [{ query, meta }];
    });
}

/** Gives every query on screen the answer that it would get now. */
export function paintViews(client: QueryClient, state: MesosState): void {
  for (const { query, meta } of watchedQueries(client)) {
    const data = meta.view?.(state);
    if (data !== undefined && data !== query.state.data) client.setQueryData(query.queryKey, data);
  }
}
