import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { DC_OS_DEFAULTS } from '../../api/marathon/normalise.ts';
import { request } from '../util/http.ts';
import { MARATHON_API } from './marathon-queries.ts';

/** How a Marathon is set up, as far as that decides what can be asked of it. */
export interface ServerSettings {
  /** Names such as `vips`, `external_volumes`, `secrets`, `gpu_resources`. */
  features: ReadonlySet<string>;
  /** The role that apps without one have. */
  role: string | undefined;
}

const infoSchema = z.object({
  marathon_config: z.object({ features: z.nullish(z.array(z.string())), mesos_role: z.nullish(z.string()) }),
});

export const serverSettingsQuery = queryOptions({
  queryKey: ['marathon', 'settings'],
  queryFn: async ({ signal }): Promise<ServerSettings> => {
    const { marathon_config: config } = await request(`${MARATHON_API}/info`, { schema: infoSchema, signal });
    return { features: new Set(config.features ?? []), role: config.mesos_role ?? undefined };
  },
  staleTime: 'static',
  // A Set is compared by identity only; sharing would make an empty object of it.
  structuralSharing: false,
});

/** While it is not known how Marathon is set up, it is taken for DC/OS' own, which has all that the forms offer but secrets. */
export const DC_OS_SETTINGS: ServerSettings = {
  features: new Set(['vips', 'external_volumes', 'gpu_resources']),
  role: DC_OS_DEFAULTS.role,
};
