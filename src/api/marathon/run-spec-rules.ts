import type { EnvValue, ResourceLimits, RunSpecBase, UnreachableStrategy } from './definition.ts';
import type { Violation } from './faults.ts';
import type { AppDefaults } from './normalise.ts';
import { roleRule } from './roles.ts';

/** Rules that apps and pods share; `at` is where the checked part stands in the body. */

type Secrets = RunSpecBase['secrets'];

export function checkRoles(
  { id, role, acceptedResourceRoles: accepted }: Pick<RunSpecBase, 'id' | 'role' | 'acceptedResourceRoles'>,
  defaults: AppDefaults,
): Violation[] {
  const { allowed } = roleRule(id, defaults);
  const found = allowed.includes(role) ? [] : [{ path: '/role', error: `got ${role}, expected one of: [${allowed.join(', ')}]` }];
  if (!accepted) return found;
  if (accepted.length === 0) return [...found, { path: '/acceptedResourceRoles', error: 'must not be empty' }];
  const fits = accepted.every((name) => name === '*' || name === role);
  return fits ? found : [...found, { path: '/acceptedResourceRoles', error: `acceptedResourceRoles can only contain * and ${role}` }];
}

/** Secrets are a paid feature of DC/OS that is not there: a reference is refused, as a declaration is. */
export function checkEnvironment(env: Readonly<Record<string, EnvValue>> = {}, secrets: Secrets, at: string): Violation[] {
  const empty = Object.keys(env).indexOf('');
  const found: Violation[] = empty < 0 ? [] : [{ path: `${at}/keys(${empty})`, error: 'must not be empty' }];
  const references = Object.entries(env).filter(([, value]) => typeof value !== 'string');
  if (references.length > 0) found.push({ path: at, error: 'secret references need the secrets feature, which is not enabled' });
  for (const [name, value] of references) {
    if (typeof value !== 'string' && !secrets?.[value.secret])
      found.push({ path: `${at}/${name}/secret`, error: 'references an undefined secret' });
  }
  return found;
}

export const checkSecrets = (secrets: Secrets = {}): Violation[] =>
  Object.keys(secrets).length > 0 ? [{ path: '/secrets', error: 'the secrets feature is not enabled' }] : [];

export function checkUnreachable(strategy: UnreachableStrategy, at: string): Violation[] {
  if (strategy === 'disabled' || strategy.inactiveAfterSeconds <= strategy.expungeAfterSeconds) return [];
  const { inactiveAfterSeconds: inactive, expungeAfterSeconds: expunge } = strategy;
  const error = `inactiveAfterSeconds (${inactive}) must be less or equal to expungeAfterSeconds, which is ${expunge}`;
  return [{ path: `${at}/inactiveAfterSeconds`, error }];
}

export function checkLimits(limits: ResourceLimits | undefined, requests: { cpus: number; mem: number }, at: string): Violation[] {
  return (['cpus', 'mem'] as const).flatMap((name) => {
    const limit = limits?.[name];
    return typeof limit === 'number' && limit < requests[name]
      ? [{ path: `${at}/${name}`, error: `must be "unlimited" or at least ${requests[name]}` }]
      : [];
  });
}
