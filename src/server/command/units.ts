import { unitLogSchema, unitSchema, type ClusterDescription, type UnitAction, type UnitLog } from '../../api/machines/cluster.ts';
import { CommandError, EXIT } from './command-error.ts';
import { pause, type CommandContext } from './context.ts';
import { runningServer } from './server-api.ts';

const LOOK_EVERY_MS = 500;

/** Writes what a unit said lately; with `follow` also what it goes on to say, until it is interrupted. */
export async function logs({ terminal, state }: CommandContext, address: string, { follow }: { follow: boolean }): Promise<void> {
  const api = await runningServer(state);
  const { machine, unit } = unitAt(address, (await api.cluster()).machines);
  let last = 0;
  for (;;) {
    const { lines } = await api.get(`/machines/v1/machines/${machine}/units/${unit}/log?after=${last}`, unitLogSchema);
    for (const line of lines) terminal.out(lineOf(line));
    last = lines.at(-1)?.number ?? last;
    if (!follow) return;
    await pause(LOOK_EVERY_MS);
  }
}

const lineOf = ({ at, level, message }: UnitLog['lines'][number]): string =>
  `${new Date(at).toISOString()} ${level === 'info' ? '' : `${level.toUpperCase()} `}${message}`;

/** Starts, stops, crashes or restarts a unit, and tells what it is then. */
export async function actOnUnit({ terminal, state }: CommandContext, action: UnitAction, address: string): Promise<void> {
  const api = await runningServer(state);
  const { machine, unit } = unitAt(address, (await api.cluster()).machines);
  const now = await api.post(`/machines/v1/machines/${machine}/units/${unit}/${action}`, {}, unitSchema);
  terminal.out(`${unit}@${machine} ${now.state}${now.waitingFor === undefined ? '' : ` (waits for ${now.waitingFor})`}`);
}

/** What `marathon@m1` means: the unit may be named as systemd does, without `.service`, without `dcos-`, or as the program in it. Throws CommandError. */
export function unitAt(address: string, machines: ClusterDescription['machines']): { machine: string; unit: string } {
  const [, name = '', on = ''] = /^(.+)@([^@]+)$/.exec(address) ?? [];
  if (name === '') throw new CommandError(`${address} is not unit@machine, like marathon@m1.`, EXIT.usage);
  const machine = machines.find((each) => each.name === on);
  if (!machine) throw new CommandError(`There is no machine ${on}; there are ${machines.map((each) => each.name).join(', ')}.`, EXIT.usage);
  const units = machine.units.map(({ id }) => id.replace(/\.service$/, ''));
  const plain = name.replace(/\.service$/, '');
  const wanted = new Set([plain, `dcos-${plain}`, ...(plain === 'mesos-agent' ? ['dcos-mesos-slave', 'dcos-mesos-slave-public'] : [])]);
  const unit = units.find((id) => wanted.has(id));
  if (unit === undefined) throw new CommandError(`There is no unit ${name} on ${on}; there are ${units.join(', ')}.`, EXIT.usage);
  return { machine: on, unit };
}
