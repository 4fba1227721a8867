import type { CommandInfo } from '../../api/mesos/task.ts';

/** The program and its arguments that a command stands for; empty when it names none. `shell` is true unless said otherwise, as in Mesos. */
export function commandArgv(command: CommandInfo | undefined): string[] {
  const { shell = true, value, arguments: argv = [] } = command ?? {};
  if (shell) return value === undefined ? [] : ['/bin/sh', '-c', value];
  // `arguments` holds argv[0], which may differ from the program only in name.
  if (value !== undefined) return [value, ...argv.slice(1)];
  return [...argv];
}
