import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { useLogWords } from '../../i18n/log-words.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Select } from '../../ui/Select.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { LogSource } from './log-source.ts';
import { LogViewer } from './LogViewer.tsx';
import { sandboxQuery } from './sandbox.ts';
import {
  FILE_CHOICES,
  LOG_FILES,
  type LogChoice,
  MOST_INSTANCES,
  readLogChoice,
  shortTaskName,
  withLine,
  withLogChoice,
} from './task-log-choice.ts';

export interface LoggedTask {
  id: string;
  agentId: string;
}

export interface TaskLogsProps {
  task: LoggedTask;
  /** Tasks that can be shown with it. */
  others: readonly LoggedTask[];
  /** Where the logs of another task are. */
  pathOf: (taskId: string) => string;
}

/** What a task writes, for as long as its agent keeps the files; together with other tasks if one likes. Fills its parent's height. */
export function TaskLogs({ task, others, pathOf }: TaskLogsProps) {
  const [search, setSearch] = useSearchParams();
  const choice = readLogChoice(search);
  const tasks = [task, ...others.filter(({ id }) => id !== task.id && choice.others.includes(id))];
  const choose = (next: Partial<LogChoice>): void =>
    setSearch(withLogChoice(search, { ...choice, ...next }), { replace: true, preventScrollReset: true });
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <ChosenLogs choice={choice} tasks={tasks} others={others.filter(({ id }) => id !== task.id)} choose={choose} />
      <Logs choice={choice} tasks={tasks} search={search} pathOf={pathOf} />
    </div>
  );
}

interface ChosenLogsProps {
  choice: LogChoice;
  tasks: readonly LoggedTask[];
  others: readonly LoggedTask[];
  choose: (next: Partial<LogChoice>) => void;
}

function ChosenLogs({ choice, tasks, others, choose }: ChosenLogsProps) {
  const words = useLogWords();
  const left = others.filter(({ id }) => !tasks.some((task) => task.id === id));
  const full = tasks.length >= MOST_INSTANCES;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="w-52">
        <Select
          aria-label={words.file}
          value={choice.file}
          options={FILE_CHOICES.map((name) => ({ value: name, label: name === 'both' ? words.both : name }))}
          onChange={(event) => choose({ file: FILE_CHOICES.find((name) => name === event.target.value) ?? 'stdout' })}
        />
      </span>
      {left.length > 0 && (
        <span className="w-52">
          <Select
            aria-label={words.addInstance}
            title={full ? words.tooMany(MOST_INSTANCES) : undefined}
            disabled={full}
            value=""
            options={[{ value: '', label: words.addInstance }, ...left.map(({ id }) => ({ value: id, label: shortTaskName(id) }))]}
            onChange={(event) => choose({ others: [...choice.others, event.target.value] })}
          />
        </span>
      )}
      {tasks.length > 1 && (
        <ul aria-label={words.instances} className="flex flex-wrap gap-1.5">
          {tasks.map(({ id }, index) => (
            <li
              key={id}
              title={id}
              className="flex h-7 items-center gap-1 rounded-full border border-line bg-surface pr-1 pl-2.5 font-mono text-xs"
            >
              {shortTaskName(id)}
              {index > 0 && (
                <button
                  type="button"
                  aria-label={words.removeInstance(shortTaskName(id))}
                  className="rounded-full p-1 text-muted hover:bg-hover hover:text-text"
                  onClick={() => choose({ others: choice.others.filter((other) => other !== id) })}
                >
                  <X aria-hidden size={13} />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface LogsProps {
  choice: LogChoice;
  tasks: readonly LoggedTask[];
  search: URLSearchParams;
  pathOf: (taskId: string) => string;
}

function Logs({ choice, tasks, search, pathOf }: LogsProps) {
  const words = useLogWords();
  const sandboxes = useQueries({ queries: tasks.map(({ id, agentId }) => sandboxQuery({ agentId, taskId: id })) });
  const [own] = sandboxes;
  if (own?.isError) return <ErrorState title={words.failed} detail={own.error.message} onRetry={() => void own.refetch()} />;
  if (sandboxes.some(({ isPending }) => isPending)) return <Skeleton className="h-40 w-full" />;
  if (own?.data === null) return <EmptyState title={words.unknownTask}>{words.notStarted}</EmptyState>;
  const files = choice.file === 'both' ? LOG_FILES : [choice.file];
  const parts = tasks.flatMap(({ id, agentId }, index) => {
    const directory = sandboxes[index]?.data;
    // an instance that has no sandbox yet joins when it has one
    return typeof directory === 'string' ? files.map((file) => ({ id, file, agentId, path: `${directory}/${file}` })) : [];
  });
  const nameOf = (id: string, file: string): string =>
    [tasks.length > 1 && shortTaskName(id), files.length > 1 && file].filter(Boolean).join(' ') || file;
  const sources = parts.map(({ id, file, agentId, path }): LogSource => ({ agentId, path, name: nameOf(id, file) }));
  const addressOf = ({ path }: LogSource, at: number): string => {
    const part = parts.find((other) => other.path === path);
    return part === undefined ? '' : `${pathOf(part.id)}?${withLine(search, part.file, at)}`;
  };
  return <LogViewer sources={sources} addressOf={addressOf} />;
}
