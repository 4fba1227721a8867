import type { AppDefinition, PersistentVolume } from './definition.ts';
import type { Violation } from './faults.ts';
import { isPod, type RunSpec } from './run-spec.ts';

/** The persistent volumes that each instance has, with where its task finds them. */
export const persistentVolumesOf = ({ container }: AppDefinition): (PersistentVolume & { containerPath: string })[] =>
  (container?.volumes ?? []).flatMap(({ containerPath, persistent }) => (persistent ? [{ containerPath, ...persistent }] : []));

/** Whether instances have a place of their own: what they take is reserved for them there, and their volumes stay. */
export const isResident = (spec: RunSpec): boolean => !isPod(spec) && persistentVolumesOf(spec).length > 0;

/** What one of its instances takes cannot become more or less later, and there is never one instance more than wished for. */
export function checkResidency(app: AppDefinition): Violation[] {
  const { residency, upgradeStrategy } = app;
  if (!isResident(app)) return residency ? [{ path: '/', error: 'residency needs a persistent volume' }] : [];
  if (upgradeStrategy.maximumOverCapacity === 0) return [];
  const error = `got ${upgradeStrategy.maximumOverCapacity}, expected 0: an app with persistent volumes has no further instances`;
  return [{ path: '/upgradeStrategy/maximumOverCapacity', error }];
}

/** Every rule that the change of an app breaks because it is, or becomes, resident. `force` lets its role change, for new instances. */
export function checkResidentChange(before: AppDefinition, after: AppDefinition, force: boolean): Violation[] {
  if (!isResident(before) && !isResident(after)) return [];
  const found: Violation[] = [];
  if (!same(persistentVolumesOf(before).toSorted(byPath), persistentVolumesOf(after).toSorted(byPath))) {
    found.push({ path: '/', error: 'Persistent volumes cannot be changed. Create another app with the new ones.' });
  }
  if (!same(reservedBy(before), reservedBy(after))) {
    found.push({ path: '/', error: 'The resources and host ports of an app with persistent volumes cannot be changed.' });
  }
  if (before.role !== after.role && !force) {
    found.push({ path: '/role', error: `is ${before.role} for the instances that there are; with force it is changed for new ones alone` });
  }
  return found;
}

const byPath = (a: { containerPath: string }, b: { containerPath: string }): number => (a.containerPath < b.containerPath ? -1 : 1);

const reservedBy = ({ cpus, mem, disk, gpus, requirePorts, networks, portDefinitions = [], container }: AppDefinition) => {
  const onHost = networks.every(({ mode }) => mode === 'host');
  const mapped = (container?.portMappings ?? []).map(({ hostPort }) => hostPort ?? 'none');
  const ports = onHost ? portDefinitions.map(({ port }) => (requirePorts ? port : 0)) : mapped;
  return { cpus, mem, disk, gpus, requirePorts, ports };
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
