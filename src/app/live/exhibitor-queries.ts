import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { configStateSchema, explorerNodeDataSchema, explorerNodesSchema } from '../../api/dcos/exhibitor.ts';
import { ApiError, request } from '../util/http.ts';
import { pacedMs } from '../util/refresh-pace.ts';

const API = '/exhibitor/exhibitor/v1';
const INTERVAL_MS = 10_000;
/** A znode that is gone does not come back by asking again at once. */
const retry = (count: number, error: Error): boolean => count < 2 && !(error instanceof ApiError && error.status === 404);
const refetchInterval = (): number => pacedMs(INTERVAL_MS);

/** The children of a znode. */
export const znodeChildrenQuery = (path: string) =>
  queryOptions({
    queryKey: ['exhibitor', 'children', path],
    queryFn: ({ signal }) => request(`${API}/explorer/node?key=${encodeURIComponent(path)}`, { schema: explorerNodesSchema, signal }),
    refetchInterval,
    retry,
  });

/** What a znode holds, and its counters. */
export const znodeDataQuery = (path: string) =>
  queryOptions({
    queryKey: ['exhibitor', 'data', path],
    queryFn: ({ signal }) =>
      request(`${API}/explorer/node-data?key=${encodeURIComponent(path)}`, { schema: explorerNodeDataSchema, signal }),
    refetchInterval,
    retry,
  });

export const exhibitorConfigQuery = queryOptions({
  queryKey: ['exhibitor', 'config'],
  queryFn: ({ signal }) => request(`${API}/config/get-state`, { schema: configStateSchema, signal }),
  refetchInterval,
});

const saidSchema = z.object({ response: z.nullable(z.string()), errorMessage: z.string(), success: z.boolean() });

/** What a server says of itself: its answer to `srvr`, or why there is none. */
export const serverWordsQuery = (hostname: string) =>
  queryOptions({
    queryKey: ['exhibitor', 'srvr', hostname],
    queryFn: ({ signal }) => request(`${API}/cluster/4ltr/srvr/${encodeURIComponent(hostname)}`, { schema: saidSchema, signal }),
    refetchInterval,
  });
