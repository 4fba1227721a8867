import { FileText } from 'lucide-react';
import { Link } from 'react-router';
import type { useInstanceWords } from '../../../i18n/instance-words.ts';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { endpointsOf } from '../rules/app-facts.ts';
import { hostName, type Machines } from '../rules/machines.ts';
import { EndpointLinks } from './EndpointLinks.tsx';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

interface InstanceCellProps {
  app: AppDetail;
  task: Task;
  words: ReturnType<typeof useInstanceWords>['table'];
  machines: Machines;
}

/** The task's id, which leads to its page, and its logs. */
export function IdCell({ app, task, words, machines }: InstanceCellProps) {
  const places = useMarathonPaths();
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <Link to={places.task(app.id, task.id)} className="rounded-sm font-medium break-all hover:text-accent hover:underline">
        {task.id}
      </Link>
      {/* A phone has no room for a column of its own. */}
      <span className="md:hidden">
        <Endpoints app={app} task={task} words={words} machines={machines} />
      </span>
      <LogLinks app={app} task={task} words={words} />
    </span>
  );
}

/** Where the instance can be reached. */
export function Endpoints({ app, task, words, machines }: InstanceCellProps) {
  const endpoints = endpointsOf(app, task, machines);
  // An address says where an instance is, unless the machine has a name.
  const named = task.host && (endpoints.length === 0 || machines.has(task.host)) ? hostName(machines, task.host) : undefined;
  return (
    <span className="flex flex-wrap gap-x-3 text-xs text-muted">
      {named !== undefined && (
        <span title={task.host ?? undefined} className="text-text">
          {named}
        </span>
      )}
      {endpoints.length === 0 && words.noEndpoint}
      <EndpointLinks endpoints={endpoints} />
    </span>
  );
}

const FILES = ['stderr', 'stdout'] as const;

function LogLinks({ app, task, words }: Omit<InstanceCellProps, 'machines'>) {
  const places = useMarathonPaths();
  return (
    <span className="flex gap-3 text-xs">
      {FILES.map((file) => (
        <Link
          key={file}
          to={places.logs(app.id, task.id, file)}
          preventScrollReset
          aria-label={words.logOf(file, task.id)}
          className="flex items-center gap-1 rounded-sm text-muted hover:text-accent"
        >
          <FileText aria-hidden size={13} />
          {file}
        </Link>
      ))}
    </span>
  );
}
