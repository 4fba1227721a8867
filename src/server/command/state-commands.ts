import { operationSchema } from '../../api/machines/operations.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandContext } from './context.ts';
import { followOperation } from './follow-machines.ts';
import { findServer, type ServerApi } from './server-api.ts';
import { putBack, removeState, requireSnapshot, snapshotsIn, takeSnapshot } from './snapshots.ts';
import { startServer } from './start-server.ts';
import { beginStep } from './step-list.ts';
import { stopServer } from './stop-server.ts';

/** The state is one database that the running server keeps for itself: what changes it as a whole stops the server and starts it again as it was. */

/** Keeps the state under a name. Tasks go on meanwhile. */
export async function snapshot(context: CommandContext, name: string, timeoutMs: number): Promise<void> {
  await whileStopped(context, timeoutMs, { endTasks: false }, () => {
    const step = beginStep(context.terminal, `Keeping the state as ${name}`);
    takeSnapshot(context.state, name);
    step.done();
  });
  context.terminal.out(name);
}

export function listSnapshots({ terminal, state }: CommandContext): void {
  for (const { name, takenAt } of snapshotsIn(state)) terminal.out(`${name}  ${takenAt.toISOString()}`);
}

/** Brings a snapshot back. What runs now is ended: it is not part of that state. */
export async function restore(context: CommandContext, name: string, timeoutMs: number): Promise<void> {
  requireSnapshot(context.state, name);
  await whileStopped(context, timeoutMs, { endTasks: true }, () => {
    const step = beginStep(context.terminal, `Bringing back ${name}`);
    putBack(context.state, name);
    step.done();
  });
}

/** Ends all tasks and forgets everything, save the snapshots. */
export async function reset(context: CommandContext, { force, timeoutMs }: { force: boolean; timeoutMs: number }): Promise<void> {
  if (!force)
    throw new CommandError(
      'This ends all tasks and removes all that the cluster knows: applications, jobs, users, sandboxes.',
      EXIT.usage,
      'dcos-local reset --force',
    );
  await whileStopped(context, timeoutMs, { endTasks: true }, () => {
    const step = beginStep(context.terminal, 'Removing the state');
    removeState(context.state);
    step.done();
  });
}

async function whileStopped(
  context: CommandContext,
  timeoutMs: number,
  { endTasks }: { endTasks: boolean },
  change: () => void,
): Promise<void> {
  const running = await findServer(context.state);
  if (!running) return change();
  if (endTasks) await haltAgents(context, running, timeoutMs);
  await stopServer(context);
  try {
    change();
  } finally {
    await startServer(context, withoutState(running.record.args), timeoutMs);
  }
}

async function haltAgents(context: CommandContext, api: ServerApi, timeoutMs: number): Promise<void> {
  const { machines } = await api.cluster();
  const agents = machines.flatMap(({ name, type }) => (type.startsWith('agent') ? [name] : []));
  if (agents.length === 0) return;
  await followOperation(context, api, await api.post('/machines/v1/halt', { machines: agents }, operationSchema), timeoutMs);
}

/** Where the state is is said at each start anew. */
export function withoutState(args: readonly string[]): string[] {
  return args.filter((arg, index) => arg !== '--state' && args[index - 1] !== '--state' && !arg.startsWith('--state='));
}
