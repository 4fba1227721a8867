import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Whether the command does anything on this machine; `args` should make it end at once. */
export const works = (command: string, ...args: string[]): Promise<boolean> =>
  run(command, args).then(
    () => true,
    () => false,
  );

export interface ClientProcess {
  child: ChildProcess;
  /** What it has said so far, to be shown when a test fails. */
  said: () => string;
  stop: () => Promise<void>;
}

/** Starts a client that runs until it is stopped. */
export function startClient(command: string, args: readonly string[], env: Record<string, string> = {}): ClientProcess {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const closed = once(child, 'close');
  return {
    child,
    said: () => said,
    async stop() {
      child.kill('SIGTERM');
      await closed;
    },
  };
}
