import { isTerminal } from '../../../api/mesos/task.ts';
import type { ContainerTask, HealthResult, Instance, InstanceCondition } from '../core.ts';

/** The ids of all tasks of an instance: an app's one, or one for each container of a pod. */
export const taskIdsOf = ({ taskId, tasks }: Pick<Instance, 'taskId' | 'tasks'>): string[] => tasks?.map(({ id }) => id) ?? [taskId];

/** Those that have not ended, as far as is known. */
export const liveTaskIds = ({ taskId, tasks }: Pick<Instance, 'taskId' | 'tasks'>): string[] =>
  tasks?.flatMap(({ id, state }) => (state && isTerminal(state) ? [] : [id])) ?? [taskId];

/** What counts most comes first: one container that failed makes the instance fail, but all have to run for it to run. */
const RANKED: readonly InstanceCondition[] = [
  'Error',
  'Failed',
  'Gone',
  'Dropped',
  'Unreachable',
  'Killing',
  'Starting',
  'Staging',
  'Unknown',
  'Provisioned',
  'Running',
  'Finished',
  'Killed',
];

/** The condition of a pod's instance from those of its tasks. */
export const conditionOf = (tasks: readonly ContainerTask[]): InstanceCondition =>
  RANKED.find((condition) => tasks.some((task) => task.condition === condition)) ?? 'Unknown';

/** What the executor said about the checks of a pod's containers. */
export const healthOfTasks = (instanceId: string, tasks: readonly ContainerTask[]): HealthResult[] =>
  tasks.flatMap(({ healthy }) => (healthy === undefined ? [] : [{ instanceId, alive: healthy, consecutiveFailures: 0 }]));
