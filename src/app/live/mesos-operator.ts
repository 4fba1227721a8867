import { queryOptions } from '@tanstack/react-query';
import { request } from '../util/http.ts';

const API = '/mesos/api/v1';

/** A call of the master's operator API. Calls that only change something answer without a body. Throws ApiError. */
export function operatorCall<T>(call: { type: string; [field: string]: unknown }, signal?: AbortSignal): Promise<T> {
  return request<T>(API, { method: 'POST', body: call, signal, timeoutMs: 30_000 });
}

/** The leading master. Times in milliseconds since the epoch. */
export interface Master {
  id: string;
  /** `host:port` of the leader. */
  address: string;
  version: string;
  startedAt: number | undefined;
  electedAt: number | undefined;
  /** When and by whom it was built. */
  builtAt: number | undefined;
  builtBy: string | undefined;
}

interface GetMaster {
  get_master: {
    master_info: { id: string; hostname?: string; port?: number; version?: string };
    start_time?: number;
    elected_time?: number;
  };
}

interface Version {
  version: string;
  build_time?: number;
  build_user?: string;
}

export const masterQuery = queryOptions({
  queryKey: ['mesos', 'master'],
  queryFn: async ({ signal }): Promise<Master> => {
    const [{ get_master: master }, build] = await Promise.all([
      operatorCall<GetMaster>({ type: 'GET_MASTER' }, signal),
      request<Version>('/mesos/version', { signal }),
    ]);
    const { id, hostname = '', port = 5050 } = master.master_info;
    return {
      id,
      address: `${hostname}:${port}`,
      version: build.version,
      startedAt: milliseconds(master.start_time),
      electedAt: milliseconds(master.elected_time),
      builtAt: milliseconds(build.build_time),
      builtBy: build.build_user,
    };
  },
  refetchInterval: 30_000,
});

const milliseconds = (seconds: number | undefined): number | undefined => (seconds === undefined ? undefined : seconds * 1000);
