import type { Quantities, ScalarName } from '../../api/mesos/quantities.ts';
import { durationMs } from './duration.ts';
import type { Endpoint } from './endpoints.ts';
import { HttpError } from './errors.ts';

/** `/metrics/snapshot` and `/system/stats.json`: one flat object of numbers. */
export type Metrics = Record<string, number>;

export function metricsEndpoint(snapshot: () => Metrics): Endpoint {
  return {
    path: '/metrics/snapshot',
    rootOnly: true,
    handle({ query }) {
      const timeout = query.get('timeout');
      if (timeout !== null && durationMs(timeout) === undefined) {
        throw new HttpError(400, `Invalid timeout '${timeout}': write a number and a unit, such as '2secs'\n`);
      }
      return snapshot();
    },
  };
}

/** Of the machine that a process runs on; memory in MB. */
export interface MachineSize {
  cpus: number;
  memory: number;
}

const BYTES_PER_MB = 1024 * 1024;

/** A machine of the local cluster is a share of a real one: it has a size, but no load of its own. */
export const systemMetrics = ({ cpus, memory }: MachineSize): Metrics => ({
  'system/cpus_total': cpus,
  'system/load_1min': 0,
  'system/load_5min': 0,
  'system/load_15min': 0,
  'system/mem_free_bytes': memory * BYTES_PER_MB,
  'system/mem_total_bytes': memory * BYTES_PER_MB,
});

export const systemStatsEndpoint = ({ cpus, memory }: MachineSize): Endpoint => ({
  path: '/system/stats.json',
  rootOnly: true,
  handle: () => ({
    avg_load_1min: 0,
    avg_load_5min: 0,
    avg_load_15min: 0,
    cpus_total: cpus,
    mem_total_bytes: memory * BYTES_PER_MB,
    mem_free_bytes: memory * BYTES_PER_MB,
  }),
});

const NAMES: readonly ScalarName[] = ['cpus', 'gpus', 'mem', 'disk'];

/** `prefix/cpus_total` and the like; nothing of ours is revocable. */
export function resourceMetrics(prefix: string, total: Quantities, used: Quantities): Metrics {
  return Object.fromEntries(
    NAMES.flatMap((name) => [
      [`${prefix}/${name}_total`, total[name]],
      [`${prefix}/${name}_used`, used[name]],
      [`${prefix}/${name}_percent`, total[name] > 0 ? used[name] / total[name] : 0],
      [`${prefix}/${name}_revocable_total`, 0],
      [`${prefix}/${name}_revocable_used`, 0],
      [`${prefix}/${name}_revocable_percent`, 0],
    ]),
  );
}
