import { constraintFault } from './constraint-rules.ts';
import type { Violation } from './faults.ts';
import { checkNetworks, duplicates } from './network-rules.ts';
import type { AppDefaults } from './normalise.ts';
import type { PodContainer, PodDefinition, PodEndpoint, PodHealthCheck } from './pod-definition.ts';
import { checkResidentUpgrade } from './resident-rules.ts';
import { checkEnvironment, checkLimits, checkRoles, checkSecrets, checkUnreachable } from './run-spec-rules.ts';

/** The ports that an endpoint has to name, or must not, follow from the pod's network. */
function checkEndpoint({ networks }: PodDefinition, endpoint: PodEndpoint, at: string): Violation[] {
  const { containerPort, hostPort, protocol = [], networkNames = [] } = endpoint;
  const found: Violation[] = [];
  const contained = networks.flatMap((network) => (network.mode === 'container' ? [network.name] : []));
  if (networks.some(({ mode }) => mode === 'host') && containerPort !== undefined)
    found.push({ path: `${at}/containerPort`, error: 'is not allowed when using host-mode networking' });
  if (contained.length > 0 && containerPort === undefined)
    found.push({ path: `${at}/containerPort`, error: 'is required when using container-mode networking' });
  if (contained.length > 1 && hostPort !== undefined && networkNames.length !== 1)
    found.push({ path: at, error: 'must name just one network when it has a hostPort and the pod is on several' });
  for (const [index, name] of networkNames.entries())
    if (!contained.includes(name)) found.push({ path: `${at}/networkNames(${index})`, error: 'is not a network of the pod' });
  if (duplicates(protocol)) found.push({ path: `${at}/protocol`, error: 'may name a protocol only once' });
  return found;
}

function checkHealthCheck(check: PodHealthCheck, endpoints: readonly PodEndpoint[], at: string): Violation[] {
  const found: Violation[] = [];
  const kinds = [check.http, check.tcp, check.exec].filter((kind) => kind !== undefined);
  if (kinds.length !== 1) found.push({ path: at, error: 'must have just one of http, tcp and exec' });
  if (check.timeoutSeconds >= check.intervalSeconds)
    found.push({ path: `${at}/timeoutSeconds`, error: `got ${check.timeoutSeconds}, expected less than ${check.intervalSeconds}` });
  for (const kind of ['http', 'tcp'] as const) {
    const asked = check[kind]?.endpoint;
    if (asked !== undefined && !endpoints.some(({ name }) => name === asked))
      found.push({ path: `${at}/${kind}/endpoint`, error: 'must be one of the endpoints of the container' });
  }
  const command = check.exec?.command;
  if (command && ('shell' in command ? command.shell === '' : command.argv.length === 0))
    found.push({ path: `${at}/exec/command`, error: 'must not be empty' });
  return found;
}

function checkContainer(pod: PodDefinition, container: PodContainer, at: string): Violation[] {
  const { endpoints = [], volumeMounts = [], image, healthCheck, resourceLimits, resources } = container;
  const volumes = new Set(pod.volumes?.map(({ name }) => name));
  return [
    ...checkLimits(resourceLimits, resources, `${at}/resourceLimits`),
    ...(pod.legacySharedCgroups && resourceLimits
      ? [{ path: `${at}/resourceLimits`, error: 'can not be given with legacySharedCgroups' }]
      : []),
    ...endpoints.flatMap((endpoint, index) => checkEndpoint(pod, endpoint, `${at}/endpoints(${index})`)),
    ...(image?.pullConfig ? [{ path: `${at}/image/pullConfig`, error: 'needs the secrets feature, which is not enabled' }] : []),
    ...checkEnvironment(container.environment, pod.secrets, `${at}/environment`),
    ...(healthCheck ? checkHealthCheck(healthCheck, endpoints, `${at}/healthCheck`) : []),
    ...volumeMounts.flatMap(({ name }, index) =>
      volumes.has(name) ? [] : [{ path: `${at}/volumeMounts(${index})/name`, error: 'is not the name of a volume of the pod' }],
    ),
  ];
}

function checkContainers(pod: PodDefinition): Violation[] {
  const { containers } = pod;
  if (containers.length === 0) return [{ path: '/containers', error: 'must not be empty' }];
  const each = containers.flatMap((container, index) => checkContainer(pod, container, `/containers(${index})`));
  return duplicates(containers.map(({ name }) => name))
    ? [...each, { path: '/containers', error: 'container names must be unique' }]
    : each;
}

/** Endpoints share one network namespace and one set of names. */
function checkEndpoints({ containers }: PodDefinition): Violation[] {
  const endpoints = containers.flatMap((container) => container.endpoints ?? []);
  const named = (ports: readonly (number | undefined)[]): number[] => ports.flatMap((port) => port || []);
  const found: Violation[] = [];
  if (duplicates(endpoints.map(({ name }) => name))) found.push({ path: '/', error: 'endpoint names must be unique' });
  if (duplicates(named(endpoints.map(({ containerPort }) => containerPort))))
    found.push({ path: '/', error: 'container ports must be unique' });
  if (duplicates(named(endpoints.map(({ hostPort }) => hostPort)))) found.push({ path: '/', error: 'host ports must be unique' });
  return found;
}

function checkVolumes({ volumes = [], containers, unreachableStrategy }: PodDefinition): Violation[] {
  const mounted = new Set(containers.flatMap(({ volumeMounts = [] }) => volumeMounts.map(({ name }) => name)));
  const found = volumes.flatMap(({ name, host, persistent, secret }, index): Violation[] => {
    const path = `/volumes(${index})`;
    const kinds = [host, persistent, secret].filter((kind) => kind !== undefined);
    return [
      ...(mounted.has(name) ? [] : [{ path, error: 'must be mounted by a container at least' }]),
      ...(kinds.length > 1 ? [{ path, error: 'may have only one of host, persistent and secret' }] : []),
      ...(secret === undefined ? [] : [{ path, error: 'needs the secrets feature, which is not enabled' }]),
    ];
  });
  if (duplicates(volumes.map(({ name }) => name))) found.push({ path: '/volumes', error: 'volume names must be unique' });
  if (volumes.some(({ persistent }) => persistent) && unreachableStrategy !== 'disabled')
    found.push({ path: '/', error: 'unreachableStrategy must be disabled for pods with persistent volumes' });
  return found;
}

function checkPlacement({ constraints = [] }: PodDefinition): Violation[] {
  return constraints.flatMap((constraint, index) => {
    const error = constraintFault(constraint);
    return error ? [{ path: `/scheduling/placement/constraints(${index})`, error }] : [];
  });
}

/** Every rule that a whole pod breaks. Rules about others (ids in use) are not judged here. */
export const checkPod = (pod: PodDefinition, defaults: AppDefaults): Violation[] => [
  ...(pod.id === '/' ? [{ path: '/id', error: 'Path must contain at least one path element' }] : []),
  ...(pod.user === '' ? [{ path: '/user', error: 'must not be empty' }] : []),
  ...checkContainers(pod),
  ...checkEndpoints(pod),
  ...checkVolumes(pod),
  ...checkNetworks(pod),
  ...checkEnvironment(pod.environment, pod.secrets, '/environment'),
  ...checkSecrets(pod.secrets),
  ...checkPlacement(pod),
  ...checkUnreachable(pod.unreachableStrategy, '/scheduling/unreachableStrategy'),
  ...checkResidentUpgrade(pod, '/scheduling/upgrade'),
  ...checkRoles(pod, defaults),
];
