import { isPathId } from './app-id.ts';
import { constraintFault } from './constraint-rules.ts';
import { checkContainer } from './container-rules.ts';
import type { AppDefinition } from './definition.ts';
import type { Violation } from './faults.ts';
import { checkNetworking } from './network-rules.ts';
import type { AppDefaults } from './normalise.ts';
import { checkResidency } from './resident-rules.ts';
import { checkEnvironment, checkLimits, checkRoles, checkSecrets, checkUnreachable } from './run-spec-rules.ts';

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

function checkStrategies({ unreachableStrategy, labels, instances, upgradeStrategy: upgrade }: AppDefinition): Violation[] {
  const found = checkUnreachable(unreachableStrategy, '/unreachableStrategy');
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

/** Every rule that a whole app breaks. Rules about other apps (ids, dependencies) are not judged here. */
export const checkApp = (app: AppDefinition, defaults: AppDefaults): Violation[] => [
  ...checkId(app),
  ...checkCommand(app),
  ...checkConstraints(app),
  ...checkRoles(app, defaults),
  ...checkEnvironment(app.env, app.secrets, '/env'),
  ...checkSecrets(app.secrets),
  ...checkStrategies(app),
  ...checkFetch(app),
  ...checkLimits(app.resourceLimits, app, '/resourceLimits'),
  ...checkContainer(app),
  ...checkResidency(app),
  ...checkNetworking(app),
];
