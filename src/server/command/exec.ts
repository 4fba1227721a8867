import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandContext } from './context.ts';
import { runningServer } from './server-api.ts';

/**
 * Runs a command as on a machine. A machine of this cluster is no computer of its own: the command runs on this host, in the
 * directory in which the machine keeps its tasks, with its name and addresses in the environment. Resolves to its exit code.
 */
export async function exec({ state }: CommandContext, name: string, [command, ...args]: readonly string[]): Promise<number> {
  const api = await runningServer(state);
  const { machines } = await api.cluster();
  const machine = machines.find((each) => each.name === name);
  if (!machine)
    throw new CommandError(`There is no machine ${name}; there are ${machines.map((each) => each.name).join(', ')}.`, EXIT.usage);
  if (machine.state === 'halted' || machine.state === 'not created')
    throw new CommandError(`${name} is ${machine.state}.`, EXIT.refused, `dcos-local up ${name}`);
  if (command === undefined) throw new CommandError('Say what to run.', EXIT.usage, `dcos-local exec ${name} -- ls`);
  const directory = path.join(state, 'work', name);
  mkdirSync(directory, { recursive: true });
  const child = spawn(command, args, {
    cwd: directory,
    stdio: 'inherit',
    env: {
      ...process.env,
      DCOS_MACHINE: name,
      DCOS_MACHINE_TYPE: machine.type,
      DCOS_MACHINE_IP: machine.ip,
      DCOS_MACHINE_ADDRESS: machine.address,
      DCOS_URL: api.record.origin,
    },
  });
  const ended = once(child, 'exit').catch((fault: unknown) => {
    throw new CommandError(`${command} cannot be run: ${fault instanceof Error ? fault.message : String(fault)}.`);
  });
  const [code] = (await ended) as [number | null];
  return code ?? EXIT.failed;
}
