import { containsPool, poolOf, subtractPools, withoutPorts, type Pool } from '../../api/mesos/quantities.ts';
import { quotaRequestSchema, type QuotaInfo, type QuotaRequest } from '../../api/mesos/quota.ts';
import { empty } from '../libprocess/endpoints.ts';
import { HttpError } from '../libprocess/errors.ts';
import type { MasterContext } from './context.ts';
import type { MasterState } from './state.ts';
import { roleProblem } from './weights.ts';

/** `/quota`: kept and shown. The allocator does not enforce it (docs/differences.md). */
export const quotaJson = (state: MasterState): { infos?: QuotaInfo[] } =>
  state.quotas.size > 0 ? { infos: [...state.quotas.values()] } : {};

export async function postQuota(context: MasterContext, request: Request): Promise<Response> {
  const body = await request.text();
  setQuota(context, parseJson(body));
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
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new HttpError(400, `Failed to parse set quota request: '${issue?.path.join('.')}' is not as expected: ${issue?.message}`);
  }
  const info = quotaInfo(parsed.data);
  const problem = roleAndGuaranteeProblem(context.state, info);
  if (problem !== undefined) throw new HttpError(400, `Failed to validate set quota request: ${problem}`);
  if (parsed.data.force !== true && !isSatisfiable(context.state, info)) {
    throw new HttpError(
      409,
      'Not enough available cluster capacity to reasonably satisfy quota request; set "force" to true to override this check',
    );
  }
  context.state.quotas.set(info.role, info);
  context.registry.saveQuota(info.role, info);
}

/** By the operator API. Throws HttpError 400 when there is none. */
export const removeQuotaOf = (context: MasterContext, role: string): void => removeQuota(context, role, `for role '${role}'`);

function removeQuota(context: MasterContext, role: string, at: string): void {
  if (!context.state.quotas.delete(role)) throw new HttpError(400, `Failed to remove quota ${at}: Role '${role}' has no quota set`);
  context.registry.saveQuota(role, undefined);
}

/** Throws HttpError 400 when something in it is no amount. */
function quotaInfo({ role = '', guarantee = [] }: QuotaRequest): QuotaInfo {
  return {
    role,
    guarantee: guarantee.map(({ name, type = 'SCALAR', scalar }) => {
      if (type !== 'SCALAR')
        throw new HttpError(400, 'Failed to validate set quota request: QuotaInfo must not include non-scalar resources');
      return { name, type, scalar: scalar ?? { value: 0 } };
    }),
  };
}

function roleAndGuaranteeProblem(state: MasterState, { role, guarantee }: QuotaInfo): string | undefined {
  const invalid = roleProblem(role);
  if (invalid !== undefined) return `QuotaInfo with invalid role: ${invalid}`;
  if (role === '*') return "QuotaInfo must not specify the default '*' role";
  if (state.quotas.has(role)) return `Cannot set quota for role '${role}' which already has quota`;
  if (guarantee.length === 0) return 'QuotaInfo must have a guarantee that is not empty';
  if (new Set(guarantee.map(({ name }) => name)).size < guarantee.length) return 'QuotaInfo contains duplicate resource names';
  if (guarantee.some(({ name }) => name === 'ports')) return 'QuotaInfo must not include non-scalar resources';
  try {
    poolOf(guarantee);
    return undefined;
  } catch (fault) {
    return `QuotaInfo contains an invalid resource: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
}

/** Whether the unreserved resources of all agents are enough for this quota and the ones that are set already. */
function isSatisfiable(state: MasterState, info: QuotaInfo): boolean {
  const unreserved: Pool = state.total['*'] ? withoutPorts({ '*': state.total['*'] }) : {};
  const others = [...state.quotas.values()].map(({ guarantee }) => poolOf(guarantee));
  return containsPool(others.reduce(subtractPools, unreserved), poolOf(info.guarantee));
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new HttpError(400, `Failed to parse set quota request JSON '${body}': it is not JSON`);
  }
}
