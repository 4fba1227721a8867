import { taskLabels, type TaskParts } from './legacy-json.ts';

/** The operator API's JSON, the same on masters and agents: `{value}` ids, resources as lists. Empty lists are absent, as protobuf leaves them out. */

export const presentLists = (parts: Record<string, unknown[]>): Record<string, unknown[]> =>
  Object.fromEntries(Object.entries(parts).filter(([, list]) => list.length > 0));

export function taskV1({ frameworkId, agentId, task, role, state, statuses }: Omit<TaskParts, 'pool'>): Record<string, unknown> {
  const newest = statuses.at(-1);
  const labels = taskLabels(task, statuses);
  return {
    name: task.name,
    task_id: task.task_id,
    framework_id: { value: frameworkId },
    agent_id: { value: agentId },
    state,
    resources: task.resources.map((resource) => ({ ...resource, allocation_info: { role } })),
    ...presentLists({ statuses: [...statuses] }),
    ...(newest && { status_update_state: newest.state }),
    ...(newest?.uuid !== undefined && { status_update_uuid: newest.uuid }),
    ...(labels.length > 0 && { labels: { labels } }),
    ...(task.discovery && { discovery: task.discovery }),
    ...(task.container && { container: task.container }),
    ...(task.health_check && { health_check: task.health_check }),
    ...(task.kill_policy && { kill_policy: task.kill_policy }),
  };
}
