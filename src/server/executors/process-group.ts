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

/** Ends everything that the leader began and left behind: its group, and other groups of its session where they can be seen. */
export async function endGroup(leader: number): Promise<void> {
  signalGroup(leader, 'SIGKILL');
  for (const { pid } of await membersOf(leader)) signal(pid, 'SIGKILL');
}
