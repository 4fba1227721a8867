import type { AppDefinition, PersistentVolume } from './definition.ts';
import type { Violation } from './faults.ts';
import { isPod, type RunSpec } from './run-spec.ts';

/** The persistent volumes that each instance has: of an app by where its task finds them, of a pod by their names. */
export const persistentVolumesOf = (spec: RunSpec): (PersistentVolume & { containerPath: string })[] =>
  isPod(spec)
    ? (spec.volumes ?? []).flatMap(({ name, persistent }) => (persistent ? [{ containerPath: name, type: 'root', ...persistent }] : []))
    : (spec.container?.volumes ?? []).flatMap(({ containerPath, persistent }) => (persistent ? [{ containerPath, ...persistent }] : []));

/** Whether instances have a place of their own: what they take is reserved for them there, and their volumes stay. */
export const isResident = (spec: RunSpec): boolean => persistentVolumesOf(spec).length > 0;

/** There is never one instance more than wished for; `at` is where the strategy stands in the body. */
export function checkResidentUpgrade(spec: RunSpec, at: string): Violation[] {
  const { maximumOverCapacity } = spec.upgradeStrategy;
  if (!isResident(spec) || maximumOverCapacity === 0) return [];
  return [
    {
      path: `${at}/maximumOverCapacity`,
      error: `got ${maximumOverCapacity}, expected 0: what has persistent volumes has no further instances`,
    },
  ];
}

export const checkResidency = (app: AppDefinition): Violation[] =>
  app.residency && !isResident(app)
    ? [{ path: '/', error: 'residency needs a persistent volume' }]
    : checkResidentUpgrade(app, '/upgradeStrategy');

/** Every rule that the change of an app or pod breaks because it is, or becomes, resident. `force` lets its role change, for new instances. */
export function checkResidentChange(before: RunSpec, after: RunSpec, force: boolean): Violation[] {
  if (!isResident(before) && !isResident(after)) return [];
  const found: Violation[] = [];
  if (!same(persistentVolumesOf(before).toSorted(byPath), persistentVolumesOf(after).toSorted(byPath))) {
    found.push({ path: '/', error: 'Persistent volumes cannot be changed. Create another app or pod with the new ones.' });
  }
  if (!same(reservedBy(before), reservedBy(after))) {
    found.push({ path: '/', error: 'Resources and host ports cannot be changed where there are persistent volumes.' });
  }
  if (before.role !== after.role && !force) {
    found.push({ path: '/role', error: `is ${before.role} for the instances that there are; with force it is changed for new ones alone` });
  }
  return found;
}

const byPath = (a: { containerPath: string }, b: { containerPath: string }): number => (a.containerPath < b.containerPath ? -1 : 1);

const reservedBy = (spec: RunSpec) => {
  const { cpus, mem, disk, gpus } = spec;
  return { cpus, mem, disk, gpus, requirePorts: !isPod(spec) && spec.requirePorts, ports: hostPortsOf(spec) };
};

function hostPortsOf(spec: RunSpec): (number | 'none')[] {
  const mapped = (ports: readonly { hostPort?: number | undefined }[]) => ports.map(({ hostPort }) => hostPort ?? 'none');
  if (isPod(spec)) return spec.containers.flatMap(({ endpoints = [] }) => mapped(endpoints));
  const onHost = spec.networks.every(({ mode }) => mode === 'host');
  if (!onHost) return mapped(spec.container?.portMappings ?? []);
  return (spec.portDefinitions ?? []).map(({ port }) => (spec.requirePorts ? port : 0));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
