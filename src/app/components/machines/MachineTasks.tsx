import { Link } from 'react-router';
import { useMachinesWords } from '../../i18n/machines-words.ts';
import type { NodeTask } from '../../live/node-tasks.ts';
import { paths } from '../../paths.ts';
import { classNames } from '../../util/class-names.ts';
import { isSettled } from '../nodes/task-tones.ts';

/** More would hide the machines themselves; the node's page has all. */
const SHOWN = 24;

/** What runs in a machine, as boxes within it. */
export function MachineTasks({ machine, agentId, tasks }: { machine: string; agentId: string; tasks: readonly NodeTask[] }) {
  const words = useMachinesWords();
  return (
    <ul aria-label={words.tasks(machine)} className="flex flex-wrap gap-1.5">
      {tasks.slice(0, SHOWN).map((task) => (
        <li key={`${task.frameworkId}/${task.id}`} className="max-w-full">
          <Link
            to={paths.nodeTask(task.agentId, task.id)}
            title={`${task.name}, ${task.framework}, ${task.state}`}
            className={classNames(
              'flex max-w-full items-center rounded-md border px-2 py-0.5 text-xs hover:bg-hover',
              isSettled(task) ? 'border-line-strong' : 'border-dashed border-warn',
            )}
          >
            <span className="truncate">{task.name}</span>
          </Link>
        </li>
      ))}
      {tasks.length > SHOWN && (
        <li>
          <Link to={paths.node(agentId)} className="text-xs text-accent hover:underline">
            {words.moreTasks(tasks.length - SHOWN)}
          </Link>
        </li>
      )}
      {tasks.length === 0 && <li className="text-xs text-muted">{words.noTasks}</li>}
    </ul>
  );
}
