import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './util/http.ts';

const RETRIES = 2;

/** Worth asking again: no answer, or an upstream that is starting or gone for a moment. */
function isPassing(error: Error): boolean {
  return !(error instanceof ApiError) || error.status === 0 || error.status >= 502;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 2_000,
      gcTime: 5 * 60_000,
      // The server is on this machine or behind a proxy that is: the browser's idea of being offline says nothing about it.
      networkMode: 'always',
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < RETRIES && isPassing(error),
      retryDelay: (failures) => Math.min(500 * 2 ** failures, 4_000) * (0.75 + Math.random() / 2),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
