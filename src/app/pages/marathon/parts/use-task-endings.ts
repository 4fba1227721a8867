import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { agentHistoryQuery, rememberedTasksQuery, type TaskHistory } from '../../../live/task-history.ts';
import { isTaskOf, type TaskEnding, taskEndings } from '../rules/task-endings.ts';

/** Agents asked for what was said at the end of tasks: those of the latest endings. */
const ASKED_AGENTS = 5;

export interface TaskEndings {
  endings: TaskEnding[];
  /** Mesos could not be asked: there is at most Marathon's last failure. */
  failed: boolean;
}

/** How an app's instances ended by themselves, as far as Mesos and Marathon remember, newest first. */
export function useTaskEndings(app: AppDetail, { messages, enabled = true }: { messages: boolean; enabled?: boolean }): TaskEndings {
  const seen = `${app.lastTaskFailure?.timestamp} ${app.tasks.length}`;
  const remembered = useQuery({ ...rememberedTasksQuery(seen), enabled });
  const own = useMemo(() => (remembered.data ?? []).filter(({ id }) => isTaskOf(app.id, id)), [remembered.data, app.id]);
  const agents = useMemo(() => {
    const latest = taskEndings(own, undefined).map(({ agentId }) => agentId ?? '');
    return messages ? [...new Set(latest)].filter((id) => id !== '').slice(0, ASKED_AGENTS) : [];
  }, [own, messages]);
  const told = useQueries({ queries: agents.map((id) => agentHistoryQuery(id, seen)), combine: toldByAgents });
  const endings = useMemo(
    () =>
      taskEndings(
        own.map((task) => told.find((tasks) => tasks.has(task.id))?.get(task.id) ?? task),
        app.lastTaskFailure,
      ),
    [own, told, app.lastTaskFailure],
  );
  return { endings, failed: remembered.isError };
}

function toldByAgents(answers: readonly { data: ReadonlyMap<string, TaskHistory> | undefined }[]): ReadonlyMap<string, TaskHistory>[] {
  return answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
}
