import type { Kernel } from '../../kernel/kernel.ts';
import type { Timer } from '../../kernel/clock.ts';
import type { Publish } from '../event-bus.ts';
import type { MesosLink } from '../mesos-link.ts';
import { isAtRest, type Goal, type InstanceRecord } from '../state.ts';
import { liveTaskIds } from './container-tasks.ts';
import { instanceChanged } from './instance-events.ts';
import type { InstanceTracker } from './instance-tracker.ts';

/** Kills that nothing came of are sent again after this time, in ms (§7.5). */
const RESEND_MS = 30_000;

export interface InstanceKiller {
  /**
   * Ends instances that are not wanted any more: those with a task are killed; those that wait, or cannot be reached, are dropped
   * at once. With `Stopped` those for which something is reserved stay, at rest, until they are wanted again.
   */
  retire: (instances: readonly InstanceRecord[], goal: Exclude<Goal, 'Running'>) => void;
  /**
   * Kills the tasks; what their instances are meant for stays the same, so they are launched again. Those that cannot be reached
   * are forgotten, except where something is reserved for them.
   */
  kill: (instances: readonly InstanceRecord[]) => void;
  /** Forgets instances at once, with what is reserved for them, and kills what they run. */
  wipe: (instances: readonly InstanceRecord[]) => void;
  /** Kills a task that belongs to no instance. */
  killUnknown: (taskId: string, agentId: string | undefined) => void;
  /** Sends the kills that are still open once more: after a new subscription. */
  resend: () => void;
  stop: () => void;
}

/** What cannot hear a kill is forgotten instead: should it come back, it is killed as unknown. */
const isOutOfReach = (instance: InstanceRecord): boolean => hasNoTask(instance) || isUnreachable(instance);
const isUnreachable = ({ condition }: InstanceRecord): boolean => condition === 'Unreachable' || condition === 'UnreachableInactive';
const hasNoTask = (instance: InstanceRecord): boolean => instance.condition === 'Scheduled' || isAtRest(instance);

/** How an instance ends that is not wanted any more; undefined: it is forgotten at once. */
function retired(instance: InstanceRecord, goal: Exclude<Goal, 'Running'>): InstanceRecord | undefined {
  // What was never launched has nothing to keep; and whether its reservation was made is not known.
  if (goal === 'Stopped' && instance.reservedAt !== undefined && instance.incarnation > 0)
    return hasNoTask(instance) ? { ...instance, goal, condition: 'Killed' } : { ...instance, goal, killed: true };
  return isOutOfReach(instance) ? undefined : { ...instance, goal: 'Decommissioned', killed: true };
}

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
      if (instance && !hasNoTask(instance) && liveTaskIds(instance).includes(taskId)) send(taskId, instance.agentId);
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
  const apply = (changes: readonly { before: InstanceRecord; after?: InstanceRecord }[]): void => {
    tracker.save(changes);
    const now = kernel.clock.now();
    for (const { before, after } of changes) publish(after ? instanceChanged(after, now) : instanceChanged(before, now, 'Killed'));
    sendAll(changes.flatMap(({ after }) => (after && !hasNoTask(after) ? [after] : [])));
  };
  for (const instance of tracker.all()) {
    if (instance.killed) for (const taskId of liveTaskIds(instance)) open.add(taskId);
  }
  return {
    retire(instances, goal) {
      apply(
        instances.map((before) => {
          const after = retired(before, goal);
          return { before, ...(after && { after }) };
        }),
      );
    },
    kill(instances) {
      const forgotten = instances.filter((instance) => isUnreachable(instance) && instance.reservedAt === undefined);
      const killed = instances
        .filter((instance) => !isOutOfReach(instance))
        .map((before) => ({ before, after: { ...before, killed: true as const } }));
      tracker.save([...forgotten.map((before) => ({ before })), ...killed]);
      for (const instance of forgotten) publish(instanceChanged(instance, kernel.clock.now(), 'Killed'));
      sendAll(killed.map(({ after }) => after));
    },
    wipe(instances) {
      apply(instances.map((before) => ({ before })));
      for (const instance of instances)
        if (!hasNoTask(instance)) for (const taskId of liveTaskIds(instance)) send(taskId, instance.agentId);
    },
    killUnknown: send,
    resend,
    stop: () => timer?.cancel(),
  };
}
