import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agentsQuery } from '../../live/mesos-agents.ts';
import { frameworksQuery } from '../../live/mesos-frameworks.ts';
import type { MesosTask } from '../../live/mesos-tasks.ts';
import type { TaskRow } from './task-columns.tsx';

/** Tasks with the names of their frameworks and agents; undefined while the tasks are. */
export function useTaskRows(tasks: readonly MesosTask[] | undefined): TaskRow[] | undefined {
  const frameworks = useQuery(frameworksQuery).data?.frameworks;
  const agents = useQuery(agentsQuery).data;
  return useMemo(() => {
    const names = new Map(frameworks?.map(({ id, name }) => [id, name]));
    const hosts = new Map(agents?.map(({ id, hostname }) => [id, hostname]));
    return tasks?.map((task) => ({
      ...task,
      framework: names.get(task.frameworkId) ?? task.frameworkId,
      host: hosts.get(task.agentId),
    }));
  }, [tasks, frameworks, agents]);
}
