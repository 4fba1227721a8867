import { unitActionSchema } from '../../api/machines/cluster.ts';
import { PAGES } from './open-page.ts';
import { SHELLS } from './completion.ts';
import type { CommandContext } from './context.ts';
import { findServer } from './server-api.ts';
import { snapshotsIn } from './snapshots.ts';

const OF_MACHINES: ReadonlySet<string> = new Set(['up', 'halt', 'destroy', 'exec']);
const OF_UNITS: ReadonlySet<string> = new Set(['logs', ...unitActionSchema.options]);

/** What can follow a command, a name a line: what shells complete it by. Nothing while no cluster runs. */
export async function names({ terminal, state }: CommandContext, command: string): Promise<void> {
  for (const name of await namesFor(state, command)) terminal.out(name);
}

async function namesFor(state: string, command: string): Promise<readonly string[]> {
  if (command === 'open') return Object.keys(PAGES);
  if (command === 'completion') return SHELLS;
  if (command === 'restore') return snapshotsIn(state).map(({ name }) => name);
  const machines = (await (await findServer(state))?.cluster())?.machines ?? [];
  if (OF_MACHINES.has(command)) return machines.map(({ name }) => name);
  if (!OF_UNITS.has(command)) return [];
  return machines.flatMap(({ name, units }) => units.map(({ id }) => `${id.replace(/^dcos-|\.service$/g, '')}@${name}`));
}
