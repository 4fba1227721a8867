import type { Container } from 'dockerode';
import { once } from 'node:events';
import type { CommandInfo } from '../../api/mesos/task.ts';
import type { Clock } from '../../cluster/kernel/clock.ts';
import { commandArgv } from '../executors/command-argv.ts';
import { TIMED_OUT } from '../executors/run-command.ts';

/** Runs a command in a running container to its end and resolves to its exit code, or to 124 when it took longer than `timeoutMs`. */
export async function execInside(container: Container, command: CommandInfo, clock: Clock, timeoutMs: number): Promise<number> {
  const exec = await container.exec({ Cmd: commandArgv(command), AttachStdout: true, AttachStderr: true });
  const stream = await exec.start({ hijack: false, stdin: false });
  stream.resume();
  const timeUp = Promise.withResolvers<'time up'>();
  const timer = clock.after(timeoutMs, () => timeUp.resolve('time up'));
  const first = await Promise.race([once(stream, 'end'), timeUp.promise]);
  timer.cancel();
  if (first === 'time up') {
    // The engine has no call to stop what it runs inside; it ends with the container.
    stream.destroy();
    return TIMED_OUT;
  }
  return (await exec.inspect()).ExitCode ?? 1;
}
