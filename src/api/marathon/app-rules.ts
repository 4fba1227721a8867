import { isPathId } from './app-id.ts';
import { constraintFault } from './constraint-rules.ts';
import { checkContainer } from './container-rules.ts';
import type { AppDefinition } from './definition.ts';
import type { Violation } from './faults.ts';
import { checkNetworking } from './network-rules.ts';
import type { AppDefaults } from './normalise.ts';
import { checkResidency } from './resident-rules.ts';

/** Words that the paths below `/v2/apps/{id}` use. */
const RESERVED = ['restart', 'tasks', 'versions'];

function checkId({ id, dependencies = [] }: AppDefinition): Violation[] {
  if (id === '/')
    return [
      { path: '/id', error: 'Path must contain at least one path element' },
      { path: '/', error: 'must not be root' },
    ];
  const found = RESERVED.includes(id.slice(id.lastIndexOf('/') + 1))
    ? [{ path: '/id', error: `must not end with any of the reserved words ${RESERVED.join(', ')}` }]
    : [];
  const bad = dependencies.flatMap((dependency, index) => (isPathId(dependency) ? [] : [index]));
  return [
    ...found,
    ...bad.map((index) => ({ path: `/dependencies(${index})`, error: 'must be a path of lower-case letters, digits, dashes and dots' })),
    ...(dependencies.includes(id) ? [{ path: '/', error: 'Dependency graph has cyclic dependencies.' }] : []),
  ];
}

/** Something to run is needed: a command, arguments or an image, and not a command beside arguments. */
function checkCommand({ cmd, args, container }: AppDefinition): Violation[] {
  if (cmd?.length === 1) return [{ path: '/', error: 'must not be an empty string' }];
  const hasArgs = args !== undefined && args.length > 0;
  const runs = cmd !== undefined ? !hasArgs : hasArgs || container?.docker !== undefined;
  return runs ? [] : [{ path: '/', error: "AppDefinition must either contain one of 'cmd' or 'args', and/or a 'container'." }];
}

function checkConstraints({ constraints = [] }: AppDefinition): Violation[] {
  return constraints.flatMap((constraint) => {
    const error = constraintFault(constraint);
    return error ? [{ path: '/constraints', error }] : [];
  });
}

/** Roles: Marathon's own, or the name of the top-level group. */
function checkRoles({ id, role, acceptedResourceRoles: accepted }: AppDefinition, own: string): Violation[] {
  const group = id.split('/').length > 2 ? [id.split('/')[1] ?? ''] : [];
  const allowed = [...new Set([own, ...group])];
  const found = allowed.includes(role) ? [] : [{ path: '/role', error: `got ${role}, expected one of: [${allowed.join(', ')}]` }];
  if (!accepted) return found;
  if (accepted.length === 0) return [...found, { path: '/acceptedResourceRoles', error: 'must not be empty' }];
  const fits = accepted.every((name) => name === '*' || name === role);
  return fits ? found : [...found, { path: '/acceptedResourceRoles', error: `acceptedResourceRoles can only contain * and ${role}` }];
}

/** Secrets are a paid feature of DC/OS that is not there: a reference or a declaration is refused. */
function checkEnvironment({ env = {}, secrets }: AppDefinition): Violation[] {
  const empty = Object.keys(env).indexOf('');
  const found: Violation[] = empty < 0 ? [] : [{ path: `/env/keys(${empty})`, error: 'must not be empty' }];
  const references = Object.entries(env).filter(([, value]) => typeof value !== 'string');
  if (references.length > 0) {
    found.push({ path: '/env', error: 'secret references need the secrets feature, which is not enabled' });
  }
  for (const [name, value] of references) {
    if (typeof value !== 'string' && !secrets?.[value.secret])
      found.push({ path: `/env/${name}/secret`, error: 'references an undefined secret' });
  }
  if (secrets && Object.keys(secrets).length > 0) found.push({ path: '/secrets', error: 'the secrets feature is not enabled' });
  return found;
}

function checkStrategies({ unreachableStrategy: unreachable, labels, instances, upgradeStrategy: upgrade }: AppDefinition): Violation[] {
  const found: Violation[] = [];
  if (unreachable !== 'disabled' && unreachable.inactiveAfterSeconds > unreachable.expungeAfterSeconds) {
    found.push({
      path: '/unreachableStrategy/inactiveAfterSeconds',
      error: `inactiveAfterSeconds (${unreachable.inactiveAfterSeconds}) must be less or equal to expungeAfterSeconds, which is ${unreachable.expungeAfterSeconds}`,
    });
  }
  if (labels['MARATHON_SINGLE_INSTANCE_APP'] !== 'true') return found;
  if (instances > 1) found.push({ path: '/', error: 'Single instance app may only have one instance' });
  if (upgrade.minimumHealthCapacity !== 0)
    found.push({ path: '/upgradeStrategy/minimumHealthCapacity', error: `got ${upgrade.minimumHealthCapacity}, expected 0` });
  if (upgrade.maximumOverCapacity !== 0)
    found.push({ path: '/upgradeStrategy/maximumOverCapacity', error: `got ${upgrade.maximumOverCapacity}, expected 0` });
  return found;
}

function checkFetch({ fetch = [] }: AppDefinition): Violation[] {
  const isUri = (uri: string): boolean => /^([A-Za-z][A-Za-z0-9+.-]*:)?[^\s:"<>\\^`{|}][^\s"<>\\^`{|}]*$/.test(uri);
  return fetch.flatMap(({ uri }, index) => (isUri(uri) ? [] : [{ path: `/fetch(${index})/uri`, error: 'URI has invalid syntax.' }]));
}

function checkLimits({ resourceLimits, cpus, mem }: AppDefinition): Violation[] {
  const requests = { cpus, mem };
  return (['cpus', 'mem'] as const).flatMap((name) => {
    const limit = resourceLimits?.[name];
    return typeof limit === 'number' && limit < requests[name]
      ? [{ path: `/resourceLimits/${name}`, error: `must be "unlimited" or at least ${requests[name]}` }]
      : [];
  });
}

/** Every rule that a whole app breaks. Rules about other apps (ids, dependencies) are not judged here. */
export const checkApp = (app: AppDefinition, defaults: AppDefaults): Violation[] => [
  ...checkId(app),
  ...checkCommand(app),
  ...checkConstraints(app),
  ...checkRoles(app, defaults.role),
  ...checkEnvironment(app),
  ...checkStrategies(app),
  ...checkFetch(app),
  ...checkLimits(app),
  ...checkContainer(app),
  ...checkResidency(app),
  ...checkNetworking(app),
];
