import { queryOptions } from '@tanstack/react-query';
import { type UnitAction, type UnitDescription, unitLogSchema, unitSchema } from '../../api/machines/cluster.ts';
import { request } from '../util/http.ts';

const unitAt = (machine: string, unit: string): string =>
  `/machines/v1/machines/${encodeURIComponent(machine)}/units/${encodeURIComponent(unit)}`;

/** Begins it. Throws ApiError with the reason when it is refused. */
export const changeUnit = (machine: string, unit: string, action: UnitAction): Promise<UnitDescription> =>
  request(`${unitAt(machine, unit)}/${action}`, { method: 'POST', body: {}, schema: unitSchema });

const LOG_MS = 2_000;

/** What a component said lately, oldest first. */
export const unitLogQuery = (machine: string, unit: string) =>
  queryOptions({
    queryKey: ['machines', 'unit-log', machine, unit],
    queryFn: async ({ signal }) => (await request(`${unitAt(machine, unit)}/log`, { schema: unitLogSchema, signal })).lines,
    refetchInterval: LOG_MS,
  });
