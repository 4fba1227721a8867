import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Pinned {
  /** What its line said. */
  said: RegExpExecArray;
  stop: () => Promise<void>;
}

const READY_WITHIN_MS = 120_000;

/** Starts a program on one processor and waits for a line of its output. The processors are numbered from 0. */
export async function startPinned(processor: number, command: readonly string[], line: RegExp): Promise<Pinned> {
  const child = spawn('taskset', ['-c', String(processor), ...command], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const lines = createInterface({ input: child.stdout });
  const timer = setTimeout(() => void stop(), READY_WITHIN_MS);
  for await (const text of lines) {
    const said = line.exec(text);
    if (!said) continue;
    clearTimeout(timer);
    child.stdout.resume();
    return { said, stop };
  }
  throw new Error(`${command.join(' ')} ended before it said what it should.`);
}

/** Moves this process to a processor. */
export async function pinThisProcess(processor: number): Promise<void> {
  await once(spawn('taskset', ['-a', '-c', '-p', String(processor), String(process.pid)], { stdio: 'ignore' }), 'exit');
}
