import { Hono } from 'hono';
import * as z from 'zod/mini';
import { json, type Fetch } from '../../api/http/fetch.ts';
import { unitActionSchema, type ClusterDescription, type UnitLog } from '../../api/machines/cluster.ts';
import {
  machineActionSchema,
  machineNamesSchema,
  newMachineSchema,
  type ActionPreview,
  type NewMachinePreview,
} from '../../api/machines/operations.ts';
import { bodyText } from '../rest/body-text.ts';
import { Refusal } from '../rest/refusal.ts';
import type { Fleet } from './fleet.ts';
import type { Journal } from './journal.ts';
import { describeUnit } from './state.ts';
import { findUnit } from './unit-actions.ts';
import { fatesOnMachines, type FateSources } from './task-fates.ts';

export interface MachinesApi {
  fleet: Fleet;
  describe: () => ClusterDescription;
  journal: Pick<Journal, 'linesOf'>;
  /** The web server of the boot machine. */
  boot: Fetch;
  sources: FateSources;
}

/** The machines API below `/machines/v1`: see api/machines. Errors are `{message}`. */
export function machinesHttp({ fleet, describe, journal, boot, sources }: MachinesApi): Fetch {
  const api = new Hono({ strict: false }).basePath('/machines/v1');
  api.get('/cluster', (c) => c.json(describe()));
  api.get('/boot/*', (c) => boot(new Request(`http://boot${c.req.path.replace('/machines/v1/boot', '')}`)));
  api.get('/operations', (c) => c.json({ operations: fleet.operations.list() }));
  api.get('/operations/:id', (c) => {
    const found = fleet.operations.find(c.req.param('id'));
    if (!found) throw new Refusal(404, `There is no operation ${c.req.param('id')}; those of before a restart are not kept.`);
    return c.json(found);
  });
  api.get('/preview/:action', async (c) => c.json(await preview(fleet, sources, c.req.param('action'), c.req.queries('machine') ?? [])));
  api.post('/machines', async (c) => {
    const settings = checked(newMachineSchema, await bodyOf(c.req.raw));
    if (c.req.query('dryRun') !== 'true') return c.json(fleet.add(settings), 202);
    const machine = fleet.plan(settings);
    const waitsFor = fleet.waitsFor();
    return c.json<NewMachinePreview>({ machine, ...(waitsFor !== undefined && { waitsFor }) });
  });
  api.get('/machines/:name/units/:unit/log', (c) => {
    const { name, unit } = c.req.param();
    const found = findUnit(fleet.statuses().find(({ machine }) => machine.name === name)?.units, { machine: name, unit });
    return c.json<UnitLog>({ lines: journal.linesOf(found.id, name, Number(c.req.query('after') ?? 0)) });
  });
  for (const action of unitActionSchema.options)
    api.post(`/machines/:name/units/:unit/${action}`, async (c) =>
      c.json(describeUnit(await fleet.actOnUnit(c.req.param('name'), c.req.param('unit'), action)), 202),
    );
  for (const action of machineActionSchema.options)
    api.post(`/${action}`, async (c) => c.json(fleet.act(action, checked(machineNamesSchema, await bodyOf(c.req.raw)).machines), 202));
  api.notFound((c) => c.json({ message: `There is no ${c.req.method} ${c.req.path}.` }, 404));
  api.onError((error) => {
    if (error instanceof Refusal) return json({ message: error.message }, error.status, error.headers);
    throw error;
  });
  return (request) => Promise.resolve(api.fetch(request));
}

async function preview(fleet: Fleet, sources: FateSources, wanted: string, names: readonly string[]): Promise<ActionPreview> {
  const action = machineActionSchema.options.find((known) => known === wanted);
  if (!action) throw new Refusal(404, `There is no action ${wanted}; there are ${machineActionSchema.options.join(', ')}.`);
  const refusals = fleet.refusals(action, names);
  const agents = fleet
    .statuses()
    .flatMap(({ machine: { name }, agentId }) => (agentId !== undefined && names.includes(name) ? [[agentId, name] as const] : []));
  const tasks = action === 'up' ? [] : await fatesOnMachines(sources, new Map(agents));
  const waitsFor = action === 'up' ? names.map((name) => fleet.waitsFor(name)).find((reason) => reason !== undefined) : undefined;
  return { refusals, tasks, ...(waitsFor !== undefined && { waitsFor }) };
}

async function bodyOf(request: Request): Promise<unknown> {
  const text = await bodyText(request);
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'The body has to be JSON.');
  }
}

function checked<S extends z.core.$ZodType>(schema: S, body: unknown): z.output<S> {
  const result = z.safeParse(schema, body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new Refusal(422, `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'is not as it should be'}.`);
}
