import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loadAgain } from '../util/load-again.ts';

/** Keeps everything that is shown of Marathon up to date while the calling component is mounted. */
export function useMarathonLive(): void {
  const client = useQueryClient();
  useEffect(() => share(client), [client]);
}

const followed = new Map<QueryClient, { users: number; stop: () => void }>();

/** One stream for all who want it. */
function share(client: QueryClient): () => void {
  const shared = followed.get(client) ?? { users: 0, stop: followSoon(client) };
  followed.set(client, shared);
  shared.users += 1;
  return () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    followed.delete(client);
    shared.stop();
  };
}

/** A page shows what it has read before it follows what changes, so the code for that comes after the page's. */
function followSoon(client: QueryClient): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  const start = ({ followMarathon }: { followMarathon: (client: QueryClient) => () => void }) => {
    if (!stopped) stop = followMarathon(client);
  };
  // without it the lists are still read again and again, as with a Marathon whose events cannot be had
  loadAgain(() => import('./follow-marathon.ts')).then(start, () => undefined);
  return () => {
    stopped = true;
    stop?.();
  };
}
