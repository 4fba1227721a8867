import { useQuery } from '@tanstack/react-query';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { nodeTasksQuery } from '../../live/node-tasks.ts';
import { formatPercent } from '../../util/format.ts';
import { nodeName, type NodeRow } from './node-rows.ts';
import { serviceColor } from './service-color.ts';

const SHOWN = 8;

/** What runs on a node, in short. */
export function NodeTip({ node }: { node: NodeRow }) {
  const words = useNodesWords();
  const tasks = useQuery(nodeTasksQuery).data?.of(node.id).tasks ?? [];
  return (
    <span className="flex flex-col gap-1">
      <strong className="font-semibold">
        {nodeName(node)}
        {node.machine !== undefined && <span className="pl-1.5 font-normal text-muted">{node.hostname}</span>}
      </strong>
      <span className="text-muted">
        {words.resources.cpus} {formatPercent(node.cpus)} · {words.resources.mem} {formatPercent(node.mem)} · {words.resources.disk}{' '}
        {formatPercent(node.disk)}
      </span>
      {node.state !== 'active' && <span>{words.states[node.state]}</span>}
      {tasks.slice(0, SHOWN).map((task) => (
        <span key={`${task.frameworkId}/${task.id}`} className="flex items-center gap-1.5">
          <span aria-hidden className="size-2 shrink-0 rounded-full" style={{ background: serviceColor(task.framework) }} />
          <span className="truncate">
            {task.name} <span className="text-muted">{task.framework}</span>
          </span>
        </span>
      ))}
      {tasks.length > SHOWN && <span className="text-muted">{words.moreTasks(tasks.length - SHOWN)}</span>}
      {tasks.length === 0 && <span className="text-muted">{words.noTasks}</span>}
    </span>
  );
}
