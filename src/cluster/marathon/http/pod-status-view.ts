import type { PodContainer, PodDefinition } from '../../../api/marathon/pod-definition.ts';
import type { ContainerTask, Instance, InstanceCondition } from '../core.ts';
import { present, type Json } from './app-view.ts';
import { renderSpecOfStatus } from './pod-view.ts';

type PodInstanceState = 'PENDING' | 'STAGING' | 'STABLE' | 'DEGRADED' | 'TERMINAL';

/** Conditions in which a container holds its resources and its ports. */
const ACTIVE: ReadonlySet<InstanceCondition> = new Set<InstanceCondition>([
  'Provisioned',
  'Staging',
  'Starting',
  'Running',
  'Unreachable',
  'Killing',
]);
const NEVER_RAN: ReadonlySet<InstanceCondition> = new Set<InstanceCondition>(['Scheduled', 'Provisioned', 'Staging', 'Starting']);

const sinceOf = ({ startedAt, stagedAt }: ContainerTask): string => startedAt ?? stagedAt;

/** Endpoints with a port on the host first, the one that the check asks last. */
function endpoints(spec: PodContainer, task: ContainerTask): Json[] {
  if (!ACTIVE.has(task.condition)) return [];
  const { endpoints: all = [], healthCheck } = spec;
  const checked = healthCheck?.http?.endpoint ?? healthCheck?.tcp?.endpoint;
  const onHost = all.filter(({ hostPort }) => hostPort !== undefined);
  const allocated = onHost.map(({ name }, index): Json => present({ name, allocatedHostPort: task.hostPorts[index] }));
  const inside = all.filter(({ hostPort }) => hostPort === undefined).map(({ name }): Json => ({ name }));
  const statuses = [...allocated, ...inside];
  return [
    ...statuses.filter(({ name }) => name !== checked),
    ...statuses.filter(({ name }) => name === checked).map((status) => present({ ...status, healthy: task.healthy })),
  ];
}

function healthCondition(spec: PodContainer, task: ContainerTask): Json[] {
  if (!spec.healthCheck || NEVER_RAN.has(task.condition)) return [];
  const since = sinceOf(task);
  const reason = task.healthy === undefined ? 'health-unreported-by-mesos' : 'health-reported-by-mesos';
  return [{ name: 'healthy', value: String(task.healthy ?? false), reason, lastChanged: since, lastUpdated: since }];
}

function containerStatus(spec: PodContainer | undefined, task: ContainerTask): Json {
  const since = sinceOf(task);
  return present({
    name: task.name,
    status: task.state ?? 'TASK_STAGING',
    statusSince: since,
    // Of what runs, Mesos' words are about its checks.
    message: ACTIVE.has(task.condition) ? undefined : task.message,
    conditions: spec ? healthCondition(spec, task) : [],
    containerId: task.id,
    endpoints: spec ? endpoints(spec, task) : [],
    resources: spec && ACTIVE.has(task.condition) ? spec.resources : undefined,
    lastUpdated: since,
    lastChanged: since,
  });
}

function instanceState({ condition }: Instance, containers: readonly Json[]): { status: PodInstanceState; message?: string } {
  switch (condition) {
    case 'Scheduled':
    case 'Provisioned':
      return { status: 'PENDING' };
    case 'Staging':
    case 'Starting':
      return { status: 'STAGING' };
    case 'Unreachable':
    case 'UnreachableInactive':
      return { status: 'DEGRADED', message: 'The agent of the instance is not reached' };
    case 'Running': {
      const unhealthy = containers.some(({ conditions }) => (conditions as Json[]).some(({ value }) => value === 'false'));
      return unhealthy ? { status: 'DEGRADED', message: 'At least one container is not healthy' } : { status: 'STABLE' };
    }
    default:
      return { status: 'TERMINAL' };
  }
}

/** Each network once, with the addresses that the containers told for it. */
function networks(tasks: readonly ContainerTask[]): Json[] {
  const byName = new Map<string | undefined, Set<string>>();
  for (const { name, addresses } of tasks.flatMap((task) => task.networks))
    byName.set(name, new Set([...(byName.get(name) ?? []), ...addresses]));
  return [...byName].map(([name, addresses]) => present({ name, addresses: [...addresses] }));
}

function resources(pod: PodDefinition, containers: readonly Json[]): Json {
  const held = containers.flatMap((container) => (container['resources'] as PodContainer['resources'] | undefined) ?? []);
  const sum = (name: keyof PodContainer['resources'], own: number): number =>
    Math.round(held.reduce((total, each) => total + each[name], own) * 1000) / 1000;
  const { cpus, mem, disk } = pod.executorResources;
  return { cpus: sum('cpus', cpus), mem: sum('mem', mem), disk: sum('disk', disk), gpus: sum('gpus', 0) };
}

/** One instance in the words of `::status`; `pod` is the version that it runs. */
export function renderPodInstance(pod: PodDefinition, instance: Instance): Json {
  const tasks = instance.tasks ?? [];
  const containers = tasks.map((task) =>
    containerStatus(
      pod.containers.find(({ name }) => name === task.name),
      task,
    ),
  );
  const { status, message } = instanceState(instance, containers);
  const since = instance.since ?? instance.version;
  return present({
    id: instance.id,
    status,
    statusSince: since,
    message,
    conditions: [],
    agentHostname: instance.host,
    agentId: instance.agentId,
    agentRegion: instance.region,
    agentZone: instance.zone,
    resources: resources(pod, containers),
    networks: networks(tasks),
    containers,
    specReference: `/v2/pods${pod.id}::versions/${instance.version}`,
    localVolumes: instance.localVolumes,
    lastUpdated: since,
    lastChanged: since,
    role: instance.role ?? pod.role,
  });
}

/** How a pod is as a whole: it is stable once as many instances as wished are. `stops`: a deployment takes it down. */
export function renderPodStatus(pod: PodDefinition, instances: readonly Json[], stops: boolean, now: string): Json {
  const stable = instances.filter(({ status }) => status === 'STABLE').length;
  const since = instances.map(({ statusSince }) => String(statusSince)).reduce((a, b) => (a > b ? a : b), '') || now;
  return {
    id: pod.id,
    spec: renderSpecOfStatus(pod),
    status: stops ? 'TERMINAL' : stable >= pod.instances ? 'STABLE' : 'DEGRADED',
    statusSince: since,
    instances,
    terminationHistory: [],
    lastUpdated: now,
    lastChanged: since,
  };
}

/** An instance as the answer to its kill shows it. */
export function renderInstance(instance: Instance, unreachableStrategy: PodDefinition['unreachableStrategy']): Json {
  const { id, host, agentId, region, zone, condition, version, since = version, startedAt, health } = instance;
  const healthy = health.length > 0 ? health.every(({ alive }) => alive) : undefined;
  return present({
    instanceId: id,
    state: present({ condition, since, activeSince: startedAt, healthy }),
    agentInfo: host === undefined ? undefined : present({ host, agentId, region, zone, attributes: [] }),
    runSpecVersion: version,
    unreachableStrategy,
  });
}
