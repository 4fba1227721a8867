import type { PodContainer, PodDefinition, PodEndpoint } from '../../../api/marathon/pod-definition.ts';
import { filledList, filledMap, present, type Json } from './app-view.ts';

const endpoint = ({ protocol, labels, networkNames, ...rest }: PodEndpoint): Json =>
  present({ ...rest, protocol: filledList(protocol), labels: filledMap(labels), networkNames: filledList(networkNames) });

const container = ({ endpoints, environment, volumeMounts, artifacts, labels, ...rest }: PodContainer): Json =>
  present({
    ...rest,
    endpoints: filledList(endpoints)?.map(endpoint),
    environment: filledMap(environment),
    volumeMounts: filledList(volumeMounts),
    artifacts: filledList(artifacts),
    labels: filledMap(labels),
  });

function placement({ constraints, acceptedResourceRoles }: PodDefinition): Json {
  return present({
    constraints: filledList(constraints)?.map(([fieldName, operator, value]) => present({ fieldName, operator, value })),
    acceptedResourceRoles: filledList(acceptedResourceRoles),
  });
}

function scheduling(pod: PodDefinition): Json {
  return {
    backoff: { backoff: pod.backoffSeconds, backoffFactor: pod.backoffFactor, maxLaunchDelay: pod.maxLaunchDelaySeconds },
    upgrade: {
      minimumHealthCapacity: pod.upgradeStrategy.minimumHealthCapacity,
      maximumOverCapacity: pod.upgradeStrategy.maximumOverCapacity,
    },
    placement: placement(pod),
    killSelection: pod.killSelection,
    unreachableStrategy: pod.unreachableStrategy,
  };
}

/** A pod as Marathon 1.10 prints it: its order of keys, and only those that are set. */
export function renderPod(pod: PodDefinition): Json {
  return present({
    id: pod.id,
    labels: filledMap(pod.labels),
    version: pod.version,
    user: pod.user,
    environment: filledMap(pod.environment),
    containers: pod.containers.map(container),
    secrets: filledMap(pod.secrets),
    volumes: filledList(pod.volumes),
    networks: filledList(pod.networks),
    scaling: { instances: pod.instances, kind: 'fixed' },
    scheduling: scheduling(pod),
    executorResources: pod.executorResources,
    legacySharedCgroups: pod.legacySharedCgroups,
    linuxInfo: pod.linuxInfo,
    role: pod.role,
  });
}

/** The pod within its status, where an empty placement is left out (recorded). */
export function renderSpecOfStatus(pod: PodDefinition): Json {
  const { placement: where, ...rest } = scheduling(pod);
  const given = Object.keys(placement(pod)).length > 0;
  return { ...renderPod(pod), scheduling: given ? { ...rest, placement: where } : rest };
}

/** Definitions are never changed in place, so the text of each is made once. */
const texts = new WeakMap<PodDefinition, string>();

export function podText(pod: PodDefinition): string {
  let text = texts.get(pod);
  if (text === undefined) texts.set(pod, (text = JSON.stringify(renderPod(pod))));
  return text;
}
