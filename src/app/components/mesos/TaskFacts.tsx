import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { Label } from '../../../api/mesos/resources.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { agentQuery } from '../../live/mesos-agents.ts';
import type { MesosTask } from '../../live/mesos-tasks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { Fact, FactCard } from '../../ui/FactCard.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { formatQuantity } from './format-quantity.ts';
import { marathonPageOfTask } from './marathon-page-of-task.ts';

const LINK = 'text-accent hover:underline';

export function TaskFacts({ task, framework }: { task: MesosTask & { labels: Label[] }; framework: string }) {
  const words = useMesosWords();
  const { task: own, columns } = words;
  const agent = useQuery(agentQuery(task.agentId)).data;
  const application = framework === 'marathon' ? marathonPageOfTask(task.id) : undefined;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <FactCard title={own.facts}>
        <Fact name={columns.name}>{task.name}</Fact>
        <Fact name={columns.framework}>
          <Link to={mesosPaths.framework(task.frameworkId)} className={LINK}>
            {framework}
          </Link>
        </Fact>
        {application !== undefined && (
          <Fact name={own.application}>
            <Link to={application.to} className={LINK}>
              {application.id}
            </Link>
          </Fact>
        )}
        <Fact name={own.agent}>
          {agent ? (
            <Link to={mesosPaths.agent(task.agentId)} className={LINK}>
              {agent.hostname}
            </Link>
          ) : (
            <span className="font-mono text-xs">{task.agentId}</span>
          )}
        </Fact>
        <Fact name={own.executor}>
          {agent ? (
            <Link to={mesosPaths.executor(task.agentId, task.frameworkId, task.executorId)} className={`${LINK} font-mono text-xs`}>
              {task.executorId}
            </Link>
          ) : (
            <span className="font-mono text-xs">{task.executorId}</span>
          )}
        </Fact>
        {agent === null && (
          <Fact name={columns.sandbox}>
            <span className="text-muted">{own.noSandbox}</span>
          </Fact>
        )}
      </FactCard>
      <FactCard title={words.overview.resources}>
        <Fact name={columns.cpus}>{formatQuantity('cpus', task.resources.cpus)}</Fact>
        <Fact name={columns.mem}>{formatQuantity('mem', task.resources.mem)}</Fact>
        <Fact name={columns.disk}>{formatQuantity('disk', task.resources.disk)}</Fact>
        <Fact name={columns.role}>{task.role}</Fact>
        <Fact name={columns.started}>
          <RelativeTime at={task.startedAt} />
        </Fact>
        {task.stoppedAt !== undefined && (
          <Fact name={columns.stopped}>
            <RelativeTime at={task.stoppedAt} />
          </Fact>
        )}
        <Fact name={own.labels}>
          {task.labels.length === 0 && <span className="text-muted">{own.noLabels}</span>}
          {task.labels.map(({ key, value = '' }) => (
            <span key={key} className="rounded-md bg-hover px-1.5 font-mono text-xs leading-5">
              {key}: {value}
            </span>
          ))}
        </Fact>
      </FactCard>
    </div>
  );
}
