import { spawn } from 'node:child_process';
import type { Clock } from '../../cluster/kernel/clock.ts';
import { signalGroup } from './process-group.ts';

/** What a program stopped for its time is said to exit with, as timeout(1) does. */
export const TIMED_OUT = 124;
/** What a shell answers for a program that cannot be run. */
const CANNOT_RUN = 127;

/** Runs a program to its end in a process group of its own and resolves to its exit code; what it writes is dropped. */
export function runToEnd(
  clock: Clock,
  argv: readonly string[],
  options: { directory: string; environment: Record<string, string>; timeoutMs: number },
): Promise<number> {
  const [program = '', ...rest] = argv;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: options.directory, env: options.environment, detached: true, stdio: 'ignore' });
    const timer = clock.after(options.timeoutMs, () => {
      resolve(TIMED_OUT);
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    });
    const end = (code: number): void => {
      timer.cancel();
      resolve(code);
    };
    child.once('error', () => end(CANNOT_RUN));
    child.once('exit', (code) => end(code ?? 1));
  });
}
