import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { agentApi } from '../../live/agent-files.ts';
import { request } from '../../util/http.ts';

/** What is read of an agent's `/state`: only where its executors' files are. A Docker task has an executor of its own, named like it. */
const executorSchema = z.looseObject({
  id: z.string(),
  /** `DEFAULT` for the executor that Mesos has for groups of tasks. */
  type: z.optional(z.string()),
  directory: z.string(),
  tasks: z.optional(z.array(z.looseObject({ id: z.string() }))),
  completed_tasks: z.optional(z.array(z.looseObject({ id: z.string() }))),
});
const frameworkSchema = z.looseObject({
  executors: z.optional(z.array(executorSchema)),
  completed_executors: z.optional(z.array(executorSchema)),
});
export const agentFilesSchema = z.looseObject({
  frameworks: z.optional(z.array(frameworkSchema)),
  completed_frameworks: z.optional(z.array(frameworkSchema)),
});
type AgentFiles = z.infer<typeof agentFilesSchema>;

/** The directory of a task's sandbox, running or ended; undefined while there is none or when the agent has forgotten it. */
export function sandboxDirectory(agent: AgentFiles, taskId: string): string | undefined {
  const frameworks = [...(agent.frameworks ?? []), ...(agent.completed_frameworks ?? [])];
  for (const { executors = [], completed_executors: ended = [] } of frameworks) {
    for (const executor of [...executors, ...ended]) {
      const tasks = [...(executor.tasks ?? []), ...(executor.completed_tasks ?? [])];
      const isOfGroup = executor.type === 'DEFAULT';
      if (tasks.some(({ id }) => id === taskId)) return isOfGroup ? `${executor.directory}/tasks/${taskId}` : executor.directory;
      if (executor.id === taskId) return executor.directory;
    }
  }
  return undefined;
}

export interface SandboxOf {
  agentId: string;
  taskId: string;
}

/** A directory once found stays; until then the agent is asked again, since a task has no sandbox before it is launched. */
export const sandboxQuery = ({ agentId, taskId }: SandboxOf) =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'sandbox', taskId],
    queryFn: async ({ signal }) =>
      sandboxDirectory(await request(`${agentApi(agentId)}/state`, { schema: agentFilesSchema, signal }), taskId) ?? null,
    staleTime: (query) => (query.state.data ? Infinity : 0),
    refetchInterval: (query) => (query.state.data ? false : 1_000),
  });
