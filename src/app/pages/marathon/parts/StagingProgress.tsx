import { useQuery } from '@tanstack/react-query';
import { lastLinesQuery } from '../../../components/log-viewer/last-lines-query.ts';
import { sandboxQuery } from '../../../components/log-viewer/sandbox.ts';
import { useMessages } from '../../../i18n/messages.ts';
import { appQuery } from '../../../live/marathon-queries.ts';
import type { AppDetail, Task } from '../../../live/marathon-wire.ts';
import { imageOf } from '../rules/app-facts.ts';
import { hostName } from '../rules/machines.ts';
import { useMachines } from './use-machines.ts';

const EVERY_MS = 1_000;

/** What the agent says about an instance that is being started: the image being pulled is in the last line of its stderr. */
export function StagingProgress({ appId, className }: { appId: string; className?: string }) {
  const { data: app } = useQuery(appQuery(appId));
  const task = app?.tasks.find(isStaging);
  if (app === undefined || task === undefined) return undefined;
  return <TaskProgress app={app} task={task} className={className} />;
}

export const isStaging = (task: Task): boolean => task.state === 'TASK_STAGING' || task.state === 'TASK_STARTING';

function TaskProgress({ app, task, className }: { app: AppDetail; task: Task; className: string | undefined }) {
  const words = useMessages().marathon.app;
  const agentId = task.slaveId ?? '';
  const sandbox = useQuery({ ...sandboxQuery({ agentId, taskId: task.id }), enabled: agentId !== '' });
  const directory = sandbox.data ?? undefined;
  const lines = useQuery({ ...lastLinesQuery(agentId, `${directory}/stderr`, 1, EVERY_MS), enabled: directory !== undefined });
  const image = imageOf(app);
  const host = hostName(useMachines(), task.host ?? agentId);
  const told = lines.data?.at(-1);
  return (
    <span className={className} title={told}>
      {told ?? (image === undefined ? words.starting(host) : words.pulling(image, host))}
    </span>
  );
}
