import type { WireFrameworkInfo } from '../../api/mesos/scheduler-schema.ts';
import type { FrameworkInfo } from '../../api/mesos/scheduler.ts';
import type { FrameworkRecord } from './state.ts';
import { roleProblem } from './weights.ts';

/** What a framework says of itself when it subscribes, and why that may not be. */

const isMultiRole = (info: Pick<FrameworkInfo, 'capabilities'>): boolean =>
  info.capabilities?.some(({ type }) => type === 'MULTI_ROLE') ?? false;

/** The form of within: every framework has a list of roles. */
export function frameworkInfoOf({ role = '*', roles, ...info }: WireFrameworkInfo): FrameworkInfo {
  return { ...info, roles: isMultiRole(info) ? (roles ?? []) : [role] };
}

/** Why it cannot subscribe so; undefined when it can. `known` is what it said before, when it comes back. */
export function frameworkProblem(info: WireFrameworkInfo, known: FrameworkRecord | undefined): string | undefined {
  return rolesProblem(info) ?? timeoutProblem(info) ?? (known && changeProblem(info, known.info));
}

function rolesProblem(info: WireFrameworkInfo): string | undefined {
  const multiRole = isMultiRole(info);
  const { role, roles = [] } = info;
  if (multiRole && role !== undefined) return "'FrameworkInfo.role' must not be set when the framework is MULTI_ROLE capable";
  if (!multiRole && roles.length > 0) return "'FrameworkInfo.roles' must not be set when the framework is not MULTI_ROLE capable";
  if (new Set(roles).size < roles.length) return "'FrameworkInfo.roles' contains a role twice";
  for (const each of multiRole ? roles : [role ?? '*']) {
    const problem = roleProblem(each);
    if (problem !== undefined) return `'FrameworkInfo' contains the invalid role '${each}': ${problem}`;
  }
  return undefined;
}

function timeoutProblem({ failover_timeout = 0 }: WireFrameworkInfo): string | undefined {
  return Number.isFinite(failover_timeout) && failover_timeout >= 0
    ? undefined
    : `The framework failover_timeout (${failover_timeout}) is invalid: it has to be a number of seconds from 0 up`;
}

/** The master has made promises by these. */
function changeProblem(info: WireFrameworkInfo, known: FrameworkInfo): string | undefined {
  if (info.user !== known.user)
    return `Updating 'FrameworkInfo.user' is unsupported; attempting to update from '${known.user}' to '${info.user}'`;
  if (info.principal !== known.principal)
    return `Changing framework's principal is not allowed; attempting to change from '${known.principal ?? ''}' to '${info.principal ?? ''}'`;
  if ((info.checkpoint ?? false) !== (known.checkpoint ?? false)) return "Updating 'FrameworkInfo.checkpoint' is unsupported";
  return undefined;
}
