import { resolveId } from './app-id.ts';
import type { Network } from './definition.ts';
import { defined, network, UNVERSIONED, type AppDefaults } from './normalise.ts';
import type { PostedPod } from './pod.ts';
import type { PodContainer, PodDefinition, PodEndpoint } from './pod-definition.ts';
import { roleRule } from './roles.ts';

const EXECUTOR_RESOURCES = { cpus: 0.1, mem: 32, disk: 10 };

type Scheduling = Pick<
  PodDefinition,
  | 'backoffSeconds'
  | 'backoffFactor'
  | 'maxLaunchDelaySeconds'
  | 'upgradeStrategy'
  | 'unreachableStrategy'
  | 'killSelection'
  | 'constraints'
  | 'acceptedResourceRoles'
>;

/** A pod with data that outlives its instances is upgraded in place, and waited for. */
function schedulingOf({ scheduling = {}, volumes = [] }: PostedPod): Scheduling {
  const { backoff, upgrade, placement, killSelection, unreachableStrategy } = scheduling;
  const resident = volumes.some(({ persistent }) => persistent);
  const constraints = placement?.constraints?.map(({ fieldName, operator, value }) =>
    value === undefined ? [fieldName, operator] : [fieldName, operator, value],
  );
  return {
    backoffSeconds: backoff?.backoff ?? 1,
    backoffFactor: backoff?.backoffFactor ?? 1.15,
    maxLaunchDelaySeconds: backoff?.maxLaunchDelay ?? 300,
    upgradeStrategy:
      upgrade ?? (resident ? { minimumHealthCapacity: 0.5, maximumOverCapacity: 0 } : { minimumHealthCapacity: 1, maximumOverCapacity: 1 }),
    unreachableStrategy: unreachableStrategy ?? (resident ? 'disabled' : { inactiveAfterSeconds: 0, expungeAfterSeconds: 0 }),
    killSelection: killSelection ?? 'YOUNGEST_FIRST',
    ...(constraints?.length && { constraints }),
    ...(placement?.acceptedResourceRoles?.length && { acceptedResourceRoles: placement.acceptedResourceRoles }),
  };
}

/** Off a container network every endpoint has a port on the host. */
function containerOf(posted: PodContainer, networks: readonly Network[]): PodContainer {
  const onHostPorts = !networks.some(({ mode }) => mode === 'container');
  const endpoints = posted.endpoints?.map((endpoint): PodEndpoint =>
    onHostPorts ? { ...endpoint, hostPort: endpoint.hostPort ?? 0 } : endpoint,
  );
  return defined({ ...posted, endpoints });
}

/** Sums of amounts such as 0.1, without what binary fractions add. */
const sum = (amounts: readonly number[]): number => Math.round(amounts.reduce((total, amount) => total + amount, 0) * 1000) / 1000;

/** A whole pod from a posted one: defaults filled in, and what an instance takes counted up. */
export function newPod(posted: PostedPod, defaults: AppDefaults): PodDefinition {
  const { user, environment, secrets, volumes, legacySharedCgroups, linuxInfo, executorResources = EXECUTOR_RESOURCES } = posted;
  const networks = posted.networks?.map(network) ?? [];
  const resources = posted.containers.map((container) => container.resources);
  const id = resolveId(posted.id, defaults.base);
  return {
    ...defined({ user, environment, secrets, volumes, legacySharedCgroups, linuxInfo }),
    ...schedulingOf(posted),
    id,
    labels: posted.labels ?? {},
    role: posted.role ?? roleRule(id, defaults).byDefault,
    instances: posted.scaling?.instances ?? 1,
    containers: posted.containers.map((container) => containerOf(container, networks)),
    networks,
    executorResources,
    cpus: sum([executorResources.cpus, ...resources.map(({ cpus }) => cpus)]),
    mem: sum([executorResources.mem, ...resources.map(({ mem }) => mem)]),
    disk: sum([executorResources.disk, ...resources.map(({ disk }) => disk)]),
    gpus: sum(resources.map(({ gpus }) => gpus)),
    version: UNVERSIONED,
  };
}
