import { CommandError } from './command-error.ts';
import { readServerRecord } from '../cli/server-record.ts';
import { pause, type CommandContext } from './context.ts';
import { findServer, runningServer } from './server-api.ts';
import { beginStep } from './step-list.ts';

const LOOK_EVERY_MS = 50;
const STOPS_WITHIN_MS = 60_000;

/** Stops the server; resolves when it is gone. */
export async function stopServer({ state, terminal }: CommandContext): Promise<void> {
  const { record } = await runningServer(state);
  const step = beginStep(terminal, 'Stopping the server');
  process.kill(record.pid, 'SIGTERM');
  const end = Date.now() + STOPS_WITHIN_MS;
  while (readServerRecord(state) || (await findServer(state)) || isAlive(record.pid)) {
    if (Date.now() > end) {
      step.failed(`it still runs as process ${record.pid}`);
      throw new CommandError('The server does not stop.', undefined, `kill -9 ${record.pid}`);
    }
    await pause(LOOK_EVERY_MS);
  }
  step.done();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
