import type { MachineAction } from '../api/machines/operations.ts';

/** Links of the machines of the local cluster; apart from the others, since few of those lead here. */
export const machinePaths = {
  machines: () => '/machines',
  /** Dialogs over the machines. */
  add: () => '/machines/add',
  action: (name: string, action: MachineAction) => `/machines/${encodeURIComponent(name)}/${action}`,
};
