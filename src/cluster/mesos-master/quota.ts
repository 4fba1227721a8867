import { amountsOf, containsQuantities, noQuantities, poolOf, SCALARS, totalOf, type ScalarName } from '../../api/mesos/quantities.ts';
import { quotaConfigsSchema, quotaRequestSchema, type QuotaConfig, type QuotaInfo, type QuotaRequest } from '../../api/mesos/quota.ts';
import { schemaFault } from '../../api/mesos/resource-schema.ts';
import { empty } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import type { OperatorCall } from '../libprocess/operator-call.ts';
import { bodyText } from '../rest/body-text.ts';
import type { MasterContext } from './context.ts';
import { rescindOffers } from './offers.ts';
import { consumedBy } from './quota-round.ts';
import { hasAmounts, quotaProblem, sumAmounts, type Amounts, type Quota } from './quota-rules.ts';
import type { MasterState } from './state.ts';
import { roleProblem } from './weights.ts';

/** `/quota` and the calls about it. A quota of before 1.9 is a guarantee that is the limit too. */

const quantitiesOf = (amounts: Amounts) => ({ ...noQuantities(), ...amounts });

/** The infos of before 1.9 show the guarantees. */
export const quotaJson = ({ quotas }: MasterState): { infos?: QuotaInfo[] } => {
  const infos = [...quotas.values()]
    .filter(({ guarantees }) => hasAmounts(guarantees))
    .map(({ role, guarantees }) => ({ role, guarantee: amountsOf(quantitiesOf(guarantees)) as QuotaInfo['guarantee'] }));
  return infos.length > 0 ? { infos } : {};
};

/** The operator API shows both kinds. */
export function quotaStatusV1(state: MasterState): Record<string, unknown> {
  const wire = (amounts: Amounts) => Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, { value }]));
  const configs = [...state.quotas.values()].map(({ role, guarantees, limits }) => ({
    role,
    guarantees: wire(guarantees),
    limits: wire(limits),
  }));
  return { ...quotaJson(state), ...(configs.length > 0 && { configs }) };
}

export async function postQuota(context: MasterContext, request: Request): Promise<Response> {
  const body = await bodyText(request);
  const asked = parseJson(body);
  setQuota(context, asked);
  return empty();
}

/** `rest` is what follows `/quota` in the path. */
export function deleteQuota(context: MasterContext, rest: string): Response {
  const role = rest.slice(1);
  if (role === '') throw new HttpError(400, "Failed to remove quota: name the role in the path, as in '/quota/ROLE'");
  removeQuota(context, role, `for path '/master/quota/${role}'`);
  return empty();
}

/** Throws HttpError 400 for what is no quota, 409 for more than the cluster has unless it is forced. */
export function setQuota(context: MasterContext, asked: unknown): void {
  const parsed = quotaRequestSchema.safeParse(asked);
  if (!parsed.success) throw new HttpError(400, `Failed to parse set quota request: ${schemaFault(parsed.error)}`);
  const quota = quotaOf(parsed.data);
  if (context.state.quotas.has(quota.role))
    throw new HttpError(400, `Failed to validate set quota request: Cannot set quota for role '${quota.role}' which already has quota`);
  if (parsed.data.force !== true && !isSatisfiable(context.state, [quota])) throw new HttpError(409, NOT_ENOUGH);
  store(context, [quota]);
}

const NOT_ENOUGH = 'Not enough available cluster capacity to reasonably satisfy quota request; set "force" to true to override this check';

/** `UPDATE_QUOTA`: all of them or none. Throws as setQuota, and HttpError 409 when a role has more than its new limit already. */
export function updateQuota(context: MasterContext, call: OperatorCall): void {
  const { quota_configs, force = false } = call.parsed(quotaConfigsSchema);
  const quotas = quota_configs.map(quotaOfConfig);
  if (new Set(quotas.map(({ role }) => role)).size < quotas.length) throw invalidUpdate('a role is there twice');
  for (const quota of quotas) {
    const problem = roleProblem(quota.role) ?? quotaProblem(quota);
    if (problem !== undefined) throw invalidUpdate(problem);
    const over = SCALARS.find((name) => consumedBy(context, quota.role)[name] > (quota.limits[name] ?? Infinity));
    if (over !== undefined && !force)
      throw new HttpError(
        409,
        `Role '${quota.role}' consumes more '${over}' than its new limit; set "force" to true to override this check`,
      );
  }
  if (!force && !isSatisfiable(context.state, quotas)) throw new HttpError(409, NOT_ENOUGH);
  store(context, quotas);
}

const invalidUpdate = (problem: string): HttpError => new HttpError(400, `Invalid QuotaConfig: ${problem}`);

function quotaOfConfig({ role, guarantees, limits }: QuotaConfig): Quota {
  return { role, guarantees: amounts(guarantees), limits: amounts(limits) };
}

function amounts(wire: QuotaConfig['limits']): Amounts {
  for (const name of Object.keys(wire))
    if (!SCALARS.some((known) => known === name)) throw invalidUpdate(`there is no resource '${name}' here`);
  return Object.fromEntries(Object.entries(wire).map(([name, { value }]) => [name, value]));
}

/** Stored first; then everything that is offered is offered anew, by the new quotas. */
function store(context: MasterContext, quotas: readonly Quota[]): void {
  const { state, registry, allocator } = context;
  for (const quota of quotas) {
    const isQuota = hasAmounts(quota.guarantees) || hasAmounts(quota.limits);
    registry.saveQuota(quota.role, isQuota ? quota : undefined);
    if (isQuota) state.quotas.set(quota.role, quota);
    else state.quotas.delete(quota.role);
  }
  rescindOffers(context, [...state.offers.keys()]);
  allocator.wakeAll();
}

/** By the operator API. Throws HttpError 400 when there is none. */
export const removeQuotaOf = (context: MasterContext, role: string): void => removeQuota(context, role, `for role '${role}'`);

function removeQuota(context: MasterContext, role: string, at: string): void {
  if (!context.state.quotas.delete(role)) throw new HttpError(400, `Failed to remove quota ${at}: Role '${role}' has no quota set`);
  context.registry.saveQuota(role, undefined);
  context.allocator.wakeAll();
}

/** Throws HttpError 400 when it is not one, or the role has one already. */
function quotaOf({ role = '', guarantee = [] }: QuotaRequest): Quota {
  const invalid = (problem: string): HttpError => new HttpError(400, `Failed to validate set quota request: ${problem}`);
  if (guarantee.some(({ name, type = 'SCALAR' }) => type !== 'SCALAR' || name === 'ports'))
    throw invalid('QuotaInfo must not include non-scalar resources');
  const roleFault = roleProblem(role);
  if (roleFault !== undefined) throw invalid(`QuotaInfo with invalid role: ${roleFault}`);
  if (role === '*') throw invalid("QuotaInfo must not specify the default '*' role");
  if (guarantee.length === 0) throw invalid('QuotaInfo must have a guarantee that is not empty');
  if (new Set(guarantee.map(({ name }) => name)).size < guarantee.length) throw invalid('QuotaInfo contains duplicate resource names');
  try {
    const total = totalOf(poolOf(guarantee.map(({ name, scalar }) => ({ name, type: 'SCALAR', scalar: scalar ?? { value: 0 } }))));
    const guarantees: Amounts = Object.fromEntries(guarantee.map(({ name }) => [name, total[name as ScalarName]]));
    return { role, guarantees, limits: guarantees };
  } catch (fault) {
    throw invalid(`QuotaInfo contains an invalid resource: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/** Whether all agents together have what is guaranteed then, apart from what others have reserved. */
function isSatisfiable({ total, quotas }: MasterState, changed: readonly Quota[]): boolean {
  const kept = [...quotas.values()].filter(({ role }) => !changed.some((quota) => quota.role === role));
  const wanted = sumAmounts([...kept, ...changed].map(({ guarantees }) => guarantees));
  return containsQuantities({ ...noQuantities(), ...total['*'], ports: [] }, quantitiesOf(wanted));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpError(400, `Failed to parse set quota request JSON '${body}': it is not JSON`);
  }
}
