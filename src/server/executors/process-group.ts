import type { Clock } from '../../cluster/kernel/clock.ts';
import { membersOf, processStartTime } from './process-table.ts';

/** A process that cannot be mistaken for a later one with the same pid. */
export interface ProcessIdentity {
  pid: number;
  startTime: string;
}

export async function isAlive(identity: ProcessIdentity): Promise<boolean> {
  return (await processStartTime(identity.pid)) === identity.startTime;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (fault) {
    // Gone already, or taken over by another user: in both cases there is nothing of ours left to signal.
    if (!(fault instanceof Error && 'code' in fault && (fault.code === 'ESRCH' || fault.code === 'EPERM'))) throw fault;
  }
}

/** Signals the whole process group that `leader` leads. */
export const signalGroup = (leader: number, name: NodeJS.Signals): void => signal(-leader, name);

const GONE_WITHIN_MS = 1000;
const LOOK_EVERY_MS = 10;

/**
 * Ends everything that the leader began and left behind: its group, and other groups of its session where they can be seen.
 * Resolves when all are gone (or after a second), so that the ports they held are free.
 */
export async function endGroup({ pid: leader, startTime }: ProcessIdentity, clock: Clock): Promise<void> {
  // The system gives a leader's pid to nobody else while its group has members, but it may when all are gone.
  const current = await processStartTime(leader);
  if (current !== undefined && current !== startTime) return;
  const until = clock.now() + GONE_WITHIN_MS;
  signalGroup(leader, 'SIGKILL');
  for (let left = await membersOf(leader); left.length > 0 && clock.now() < until; left = await membersOf(leader)) {
    for (const { pid } of left) signal(pid, 'SIGKILL');
    await new Promise<void>((resolve) => clock.after(LOOK_EVERY_MS, resolve));
  }
}
