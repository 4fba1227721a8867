import type { NodeTask } from '../../live/node-tasks.ts';

/** It runs and nothing speaks against it: neither starting, ending, unhealthy nor out of reach. */
export const isSettled = ({ state, healthy }: Pick<NodeTask, 'state' | 'healthy'>): boolean =>
  state === 'TASK_RUNNING' && healthy !== false;
