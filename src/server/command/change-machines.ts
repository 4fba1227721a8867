import { createInterface } from 'node:readline/promises';
import { actionPreviewSchema, operationSchema, type ActionPreview } from '../../api/machines/operations.ts';
import { CommandError, EXIT } from './command-error.ts';
import type { CommandContext } from './context.ts';
import { followOperation } from './follow-machines.ts';
import { findServer, runningServer, type ServerApi } from './server-api.ts';
import { startServer } from './start-server.ts';

export interface UpOptions {
  timeoutMs: number;
  /** What `npm start` is given, when no server runs. */
  startArgs: readonly string[];
}

/** Brings machines up: those named, or all. Starts the server when none runs; adds machines that are not known yet. */
export async function up(context: CommandContext, names: readonly string[], { timeoutMs, startArgs }: UpOptions): Promise<void> {
  const { terminal, state } = context;
  let api = await findServer(state);
  if (!api) api = await startServer(context, [...startArgs, ...names], timeoutMs);
  else await upMachines(context, api, names, timeoutMs);
  terminal.out(`${api.record.origin}/`);
}

async function upMachines(context: CommandContext, api: ServerApi, names: readonly string[], timeoutMs: number): Promise<void> {
  const { machines } = await api.cluster();
  const known = new Set(machines.map(({ name }) => name));
  const wanted = names.length > 0 ? names.filter((name) => known.has(name)) : machines.map(({ name }) => name);
  const begun = [];
  // what is refused is refused before anything is changed
  for (const name of names.filter((each) => !known.has(each)))
    begun.push(await api.post('/machines/v1/machines', { name }, operationSchema));
  if (wanted.length > 0) begun.push(await api.post('/machines/v1/up', { machines: wanted }, operationSchema));
  await Promise.all(begun.map((operation) => followOperation(context, api, operation, timeoutMs)));
}

/** Halts machines. Without names it is all of them, which is refused as long as one of them is the only master. */
export async function halt(context: CommandContext, names: readonly string[], timeoutMs: number): Promise<void> {
  const api = await runningServer(context.state);
  const machines = names.length > 0 ? [...names] : (await api.cluster()).machines.map(({ name }) => name);
  await followOperation(context, api, await begin(api, 'halt', machines), timeoutMs);
}

/** Destroys machines with all that is on them, once somebody agreed. */
export async function destroy(
  context: CommandContext,
  names: readonly string[],
  options: { timeoutMs: number; force: boolean },
): Promise<void> {
  const api = await runningServer(context.state);
  if (!options.force) await askFirst(context, api, names);
  await followOperation(context, api, await begin(api, 'destroy', [...names]), options.timeoutMs);
}

async function begin(api: ServerApi, action: 'halt' | 'destroy', machines: string[]) {
  try {
    return await api.post(`/machines/v1/${action}`, { machines }, operationSchema);
  } catch (fault) {
    if (fault instanceof CommandError && /stop the whole cluster/i.test(fault.message))
      throw new CommandError(fault.message, fault.exitCode, 'dcos-local stop');
    throw fault;
  }
}

async function askFirst({ terminal }: CommandContext, api: ServerApi, names: readonly string[]): Promise<void> {
  const query = new URLSearchParams(names.map((name) => ['machine', name]));
  const preview = await api.get(`/machines/v1/preview/destroy?${query.toString()}`, actionPreviewSchema);
  if (preview.refusals.length > 0) throw new CommandError(preview.refusals.join(' '), EXIT.refused);
  if (!terminal.isInteractive)
    throw new CommandError(
      'Destroying machines is asked for at a terminal; without one say that you mean it.',
      EXIT.usage,
      'dcos-local destroy --force …',
    );
  for (const line of fateLines(preview)) terminal.note(line);
  const questions = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await questions.question(`Destroy ${names.join(', ')} with everything on ${names.length === 1 ? 'it' : 'them'}? [y/N] `);
  questions.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new CommandError('Nothing was done.');
}

const FATES = {
  moves: 'starts again elsewhere',
  waits: 'finds no room elsewhere and waits',
  bound: 'waits for the machine: its data is there',
  framework: 'is up to its framework',
} as const;

const fateLines = ({ tasks }: ActionPreview): string[] => tasks.map(({ name, machine, fate }) => `  ${name} on ${machine} ${FATES[fate]}`);
