import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from '../../util/http.ts';

/** What is read of an agent's `/state`: only where its executors' files are. A Docker task has an executor of its own, named like it. */
const executorSchema = z.looseObject({
  id: z.string(),
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
      if (executor.id === taskId || tasks.some(({ id }) => id === taskId)) return executor.directory;
    }
  }
  return undefined;
}

export interface SandboxOf {
  agentId: string;
  taskId: string;
}

const agentApi = (agentId: string): string => `/agent/${encodeURIComponent(agentId)}`;

/** A directory once found stays; until then the agent is asked again, since a task has no sandbox before it is launched. */
export const sandboxQuery = ({ agentId, taskId }: SandboxOf) =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'sandbox', taskId],
    queryFn: async ({ signal }) =>
      sandboxDirectory(await request(`${agentApi(agentId)}/state`, { schema: agentFilesSchema, signal }), taskId) ?? null,
    staleTime: (query) => (query.state.data ? Infinity : 0),
    refetchInterval: (query) => (query.state.data ? false : 1_000),
  });

const readSchema = z.object({ data: z.string(), offset: z.number() });

/** Reads a file of an agent. Without an offset Mesos answers the file's size in bytes. */
export async function readFile(
  agentId: string,
  path: string,
  range: { offset: number; length: number } | undefined,
  signal?: AbortSignal,
): Promise<z.infer<typeof readSchema>> {
  const parameters = new URLSearchParams({ path, offset: '-1' });
  if (range !== undefined) {
    parameters.set('offset', String(range.offset));
    parameters.set('length', String(range.length));
  }
  return request(`${agentApi(agentId)}/files/read?${parameters}`, { schema: readSchema, signal });
}

export const downloadPath = (agentId: string, path: string): string =>
  `${agentApi(agentId)}/files/download?${new URLSearchParams({ path })}`;
