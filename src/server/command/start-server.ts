import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { forgetServerRecord } from '../cli/server-record.ts';
import { CommandError } from './command-error.ts';
import { pause, type CommandContext } from './context.ts';
import { followStart } from './follow-machines.ts';
import { findServer, type ServerApi } from './server-api.ts';
import { beginStep } from './step-list.ts';

const LAUNCHER = path.resolve(import.meta.dirname, '../launch.mjs');
const LOOK_EVERY_MS = 100;

/** Starts the server as a program of its own, which goes on when the command is over, and waits until its machines are up. */
export async function startServer(context: CommandContext, args: readonly string[], timeoutMs: number): Promise<ServerApi> {
  const { state, terminal } = context;
  const step = beginStep(terminal, 'Server');
  mkdirSync(state, { recursive: true });
  // one that was killed has left its record
  forgetServerRecord(state);
  const logFile = path.join(state, 'server.log');
  const log = openSync(logFile, 'w', 0o600);
  const child = spawn(process.execPath, [LAUNCHER, 'start', ...args, '--state', state, '--no-open'], {
    detached: true,
    stdio: ['ignore', 'ignore', log],
  });
  closeSync(log);
  let exit: number | undefined;
  child.once('exit', (code) => {
    exit = code ?? 1;
  });
  const end = Date.now() + timeoutMs;
  for (;;) {
    const api = await findServer(state);
    if (api) {
      child.unref();
      step.done(api.record.origin);
      await followStart(context, api, timeoutMs);
      return api;
    }
    if (exit !== undefined || Date.now() > end) {
      const why = lastLine(logFile) ?? 'it said nothing';
      step.failed(why);
      throw new CommandError(`The server did not start. Its log is ${logFile}.`, undefined, 'dcos-local doctor');
    }
    step.waiting(lastLine(logFile)?.replace(/^[\d:.]+\s+|\s*…$/g, '') ?? '');
    await pause(LOOK_EVERY_MS);
  }
}

function lastLine(file: string): string | undefined {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) || undefined;
}
