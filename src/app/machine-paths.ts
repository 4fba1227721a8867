import type { MachineAction } from '../api/machines/operations.ts';

/** Links of the machines of the local cluster; apart from the others, since few of those lead here. */
export const machinePaths = {
  machines: () => '/machines',
  /** Dialogs over the machines. */
  add: () => '/machines/add',
  unit: (name: string, unitId: string) => `/machines/${encodeURIComponent(name)}/units/${encodeURIComponent(unitId)}`,
  /** The same over the component's own page. */
  unitOnNode: (unitId: string, host: string) => `/components/${encodeURIComponent(unitId)}/nodes/${encodeURIComponent(host)}/control`,
  /** All components of a master and an agent as a picture. */
  diagram: () => '/components/diagram',
  action: (name: string, action: MachineAction) => `/machines/${encodeURIComponent(name)}/${action}`,
};
