import type { Kernel } from '../../kernel/kernel.ts';
import type { Timer } from '../../kernel/clock.ts';
import type { Publish } from '../event-bus.ts';
import type { MesosLink } from '../mesos-link.ts';
import type { InstanceRecord } from '../state.ts';
import { liveTaskIds } from './container-tasks.ts';
import { instanceChanged } from './instance-events.ts';
import type { InstanceChange, InstanceTracker } from './instance-tracker.ts';

/** Kills that nothing came of are sent again after this time, in ms (§7.5). */
const RESEND_MS = 30_000;

export interface InstanceKiller {
  /** Ends instances for good: those with a task are killed; those that wait, or cannot be reached, are dropped at once. */
  retire: (instances: readonly InstanceRecord[]) => void;
  /** Kills the tasks; what their instances are meant for stays the same, so they are launched again. */
  kill: (instances: readonly InstanceRecord[]) => void;
  /** Kills a task that belongs to no instance. */
  killUnknown: (taskId: string, agentId: string | undefined) => void;
  /** Sends the kills that are still open once more: after a new subscription. */
  resend: () => void;
  stop: () => void;
}

/** What cannot hear a kill is forgotten instead: should it come back, it is killed as unknown. */
const isOutOfReach = ({ condition }: InstanceRecord): boolean =>
  condition === 'Scheduled' || condition === 'Unreachable' || condition === 'UnreachableInactive';

export function createInstanceKiller(parts: {
  kernel: Kernel;
  tracker: InstanceTracker;
  link: MesosLink;
  publish: Publish;
}): InstanceKiller {
  const { kernel, tracker, link, publish } = parts;
  /** Tasks that were asked to end and have not yet. */
  const open = new Set<string>();
  let timer: Timer | undefined;

  const send = (taskId: string, agentId: string | undefined): void =>
    link.call({ type: 'KILL', kill: { task_id: { value: taskId }, ...(agentId !== undefined && { agent_id: { value: agentId } }) } });
  const resend = (): void => {
    timer?.cancel();
    timer = undefined;
    for (const taskId of open) {
      const instance = tracker.byTask(taskId);
      if (instance && instance.condition !== 'Scheduled' && liveTaskIds(instance).includes(taskId)) send(taskId, instance.agentId);
      else open.delete(taskId);
    }
    if (open.size > 0) timer = kernel.clock.after(RESEND_MS, resend);
  };
  const sendAll = (instances: readonly InstanceRecord[]): void => {
    for (const instance of instances) {
      for (const taskId of liveTaskIds(instance)) {
        open.add(taskId);
        send(taskId, instance.agentId);
      }
    }
    if (open.size > 0) timer ??= kernel.clock.after(RESEND_MS, resend);
  };
  for (const instance of tracker.all()) {
    if (instance.killed) for (const taskId of liveTaskIds(instance)) open.add(taskId);
  }
  return {
    retire(instances) {
      const changes = instances.map((before): InstanceChange =>
        isOutOfReach(before) ? { before } : { before, after: { ...before, goal: 'Decommissioned', killed: true } },
      );
      tracker.save(changes);
      const now = kernel.clock.now();
      for (const { before, after } of changes) {
        if (after) publish(instanceChanged(after, now));
        else if (before) publish(instanceChanged(before, now, 'Killed'));
      }
      sendAll(changes.flatMap(({ after }) => after ?? []));
    },
    kill(instances) {
      const changes = instances.flatMap((before): { before: InstanceRecord; after: InstanceRecord }[] =>
        before.condition === 'Scheduled' ? [] : [{ before, after: { ...before, killed: true } }],
      );
      tracker.save(changes);
      sendAll(changes.map(({ after }) => after));
    },
    killUnknown: send,
    resend,
    stop: () => timer?.cancel(),
  };
}
