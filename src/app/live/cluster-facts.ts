import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { dcosVersionSchema, metadataSchema } from '../../api/dcos/cluster-metadata.ts';
import { clusterStatusSchema } from '../../api/dcos/exhibitor.ts';
import { ApiError, request } from '../util/http.ts';
import { pacedMs } from '../util/refresh-pace.ts';
import { CHRONOS_API } from './chronos-queries.ts';

// What the parts of a cluster say of themselves. It hardly ever changes: a leader, at most.

const INTERVAL_MS = 15_000;

/** Answers of a part that this cluster does not have. */
const ABSENT: ReadonlySet<number> = new Set([404, 405, 501, 503]);

/** Whether a part is missing, rather than ill for the moment. */
export const isAbsent = (error: Error): boolean => error instanceof ApiError && ABSENT.has(error.status);

/** The version of DC/OS and what it was installed from. */
export const dcosVersionQuery = queryOptions({
  queryKey: ['dcos', 'version'],
  queryFn: ({ signal }) => request('/dcos-metadata/dcos-version.json', { schema: dcosVersionSchema, signal }),
});

/** The id of the cluster and the address under which it is seen from outside. */
export const metadataQuery = queryOptions({
  queryKey: ['dcos', 'metadata'],
  queryFn: ({ signal }) => request('/metadata', { schema: metadataSchema, signal }),
  refetchInterval: () => pacedMs(INTERVAL_MS),
});

const flagsSchema = z.object({ flags: z.record(z.string(), z.string()) });

/** What the leading Mesos master was started with. */
export const mesosFlagsQuery = queryOptions({
  queryKey: ['mesos', 'flags'],
  queryFn: async ({ signal }) => (await request('/mesos/flags', { schema: flagsSchema, signal })).flags,
});

const leaderSchema = z.object({ leader: z.string() });

/** `host:port` of the leading Chronos. */
export const chronosLeaderQuery = queryOptions({
  queryKey: ['chronos', 'leader'],
  queryFn: async ({ signal }) => (await request(`${CHRONOS_API}/leader`, { schema: leaderSchema, signal })).leader,
  refetchInterval: () => pacedMs(INTERVAL_MS),
});

/** The servers of ZooKeeper as Exhibitor sees them. */
export const zooKeeperServersQuery = queryOptions({
  queryKey: ['exhibitor', 'status'],
  queryFn: ({ signal }) => request('/exhibitor/exhibitor/v1/cluster/status', { schema: clusterStatusSchema, signal }),
  refetchInterval: () => pacedMs(INTERVAL_MS),
});

const dnsVersionSchema = z.object({ Version: z.string() });

export const mesosDnsVersionQuery = queryOptions({
  queryKey: ['mesos-dns', 'version'],
  queryFn: async ({ signal }) => (await request('/mesos_dns/v1/version', { schema: dnsVersionSchema, signal })).Version,
});
