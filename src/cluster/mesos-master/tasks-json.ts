import { taskJson } from '../../api/mesos/legacy-json.ts';
import type { TaskJson } from '../../api/mesos/state.ts';
import type { MasterState, TaskEntry } from './state.ts';

/** Digits only count as a number; anything else is answered with the default, as Mesos does. */
const numberOr = (text: string | null, otherwise: number): number => (text !== null && /^\d+$/.test(text) ? Number(text) : otherwise);

const firstTime = (task: TaskEntry): number => task.statuses[0]?.timestamp ?? 0;

/** `/tasks`: all tasks by the time of their first status, newest first unless `order=asc`; 100 from `offset` on. */
export function tasksJson(state: MasterState, query: URLSearchParams): { tasks: TaskJson[] } {
  const frameworkId = query.get('framework_id');
  const taskId = query.get('task_id');
  const offset = numberOr(query.get('offset'), 0);
  const tasks = [...state.frameworks.values(), ...state.completedFrameworks]
    .filter((framework) => frameworkId === null || framework.id === frameworkId)
    .flatMap((framework) => [...framework.tasks.values(), ...framework.unreachableTasks.values(), ...framework.completedTasks])
    .filter((task) => taskId === null || task.task.task_id.value === taskId)
    .sort((a, b) => firstTime(a) - firstTime(b));
  if (query.get('order') !== 'asc') tasks.reverse();
  return { tasks: tasks.slice(offset, offset + numberOr(query.get('limit'), 100)).map(taskJson) };
}
