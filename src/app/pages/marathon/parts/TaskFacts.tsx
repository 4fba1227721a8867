import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useInstanceWords } from '../../../i18n/instance-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { useTaskWords } from '../../../i18n/task-words.ts';
import { mesosPaths } from '../../../mesos-paths.ts';
import { Fact } from '../../../ui/FactCard.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusText } from '../../../ui/StatusText.tsx';
import { formatDateTime } from '../../../util/format.ts';
import { endpointsOf, failureCause, healthOf, serviceDiscovery } from '../rules/app-facts.ts';
import { hostName } from '../rules/machines.ts';
import { stateTone } from '../rules/state-tone.ts';
import { EndpointLinks } from './EndpointLinks.tsx';
import { TitledSection } from './TitledSection.tsx';
import { cpuTexts, memoryTexts, useTaskUsage } from './UsageCell.tsx';
import { useMachines } from './use-machines.ts';
import type { TaskContext } from './use-task.ts';

/** Where an instance is, how it is and since when. */
export function TaskFacts({ app, task, taskId, agentId, history }: TaskContext) {
  const { facts: words } = useTaskWords();
  const { states } = useInstanceWords();
  const { health } = useMessages().marathon;
  const machines = useMachines();
  const state = task?.state ?? history?.state ?? '';
  const endpoints = task ? endpointsOf(app, task, machines) : [];
  return (
    <TitledSection title={words.instance}>
      <dl className="grid grid-cols-[7.5rem_1fr] gap-x-4 gap-y-2 sm:grid-cols-[11rem_1fr]">
        <Fact name={words.status}>
          <StatusText tone={stateTone(state)}>{states[state] ?? state}</StatusText>
          {history && (
            <Link to={mesosPaths.task(history.frameworkId, taskId)} className="rounded-sm underline hover:text-accent">
              {words.mesosDetails}
            </Link>
          )}
        </Fact>
        {task && app.healthChecks.length > 0 && (
          <Fact name={words.health}>
            {health[healthOf(task)]} <span className="text-muted">{failureCause(task)}</span>
          </Fact>
        )}
        <OrNone name={words.host}>{task?.host && <span title={task.host}>{hostName(machines, task.host)}</span>}</OrNone>
        <OrNone name={words.addresses}>{task?.ipAddresses.map(({ ipAddress }) => ipAddress).join(', ')}</OrNone>
        <OrNone name={words.ports}>{task?.ports.join(', ')}</OrNone>
        <OrNone name={words.endpoints}>{endpoints.length > 0 && <EndpointLinks endpoints={endpoints} />}</OrNone>
        <OrNone name={words.discovery}>{serviceDiscovery(app).join(', ')}</OrNone>
        <OrNone name={words.role}>{task?.role}</OrNone>
        <OrNone name={words.staged}>{momentOf(task?.stagedAt)}</OrNone>
        <OrNone name={words.started}>{momentOf(task?.startedAt)}</OrNone>
        <OrNone name={words.version}>
          {task?.version && (
            <>
              {momentOf(task.version)}
              <span className="text-muted">({task.version === app.version ? words.current : words.outdated})</span>
            </>
          )}
        </OrNone>
        {task && <UsageFact agentId={agentId} taskId={taskId} />}
      </dl>
    </TitledSection>
  );
}

function OrNone({ name, children }: { name: string; children: ReactNode }) {
  const { facts: words } = useTaskWords();
  const empty = children === undefined || children === null || children === '' || children === false;
  return <Fact name={name}>{empty ? <span className="text-muted">{words.none}</span> : children}</Fact>;
}

function momentOf(time: string | null | undefined): ReactNode {
  if (!time) return undefined;
  const at = Date.parse(time);
  return (
    <span>
      {formatDateTime(at)} <RelativeTime at={at} />
    </span>
  );
}

function UsageFact({ agentId, taskId }: { agentId: string | undefined; taskId: string }) {
  const { facts: words } = useTaskWords();
  const usage = useTaskUsage(agentId, taskId);
  const [cpu, cpuLimit] = cpuTexts(usage);
  const [memory, memoryLimit] = memoryTexts(usage);
  const texts = [cpu && words.cpu(cpu, cpuLimit), memory && words.memory(memory, memoryLimit)];
  return <OrNone name={words.usage}>{texts.filter(Boolean).join(', ')}</OrNone>;
}
