import type { ClusterDescription } from '../../api/machines/cluster.ts';
import { operationSchema, type Operation } from '../../api/machines/operations.ts';
import { CommandError } from './command-error.ts';
import { pause, type CommandContext } from './context.ts';
import type { ServerApi } from './server-api.ts';
import { beginStep, type Step } from './step-list.ts';

type Machine = ClusterDescription['machines'][number];

const LOOK_EVERY_MS = 150;

/** Shows what becomes of an operation, a step a machine. Throws CommandError when it failed or took too long. */
export async function followOperation({ terminal }: CommandContext, api: ServerApi, begun: Operation, timeoutMs: number): Promise<void> {
  const steps = new Map(begun.machines.map(({ name }) => [name, beginStep(terminal, name)]));
  const end = Date.now() + timeoutMs;
  for (;;) {
    const [operation, { machines }] = await Promise.all([api.get(`/machines/v1/operations/${begun.id}`, operationSchema), api.cluster()]);
    for (const { name, state, message } of operation.machines) {
      const step = steps.get(name);
      const machine = machines.find((each) => each.name === name);
      if (state === 'running') step?.waiting(waitsFor(machine));
      else if (state === 'failed') step?.failed(message ?? 'it did not succeed');
      else step?.done(message ?? machine?.state ?? 'gone');
    }
    if (operation.state === 'done') return;
    if (operation.state === 'failed') throw new CommandError('Not everything succeeded.');
    if (Date.now() > end) throw tooLong(timeoutMs);
    await pause(LOOK_EVERY_MS);
  }
}

/** Waits until all machines that are to be up are, a step each. */
export async function followStart({ terminal }: CommandContext, api: ServerApi, timeoutMs: number): Promise<void> {
  const steps = new Map<string, Step>();
  const end = Date.now() + timeoutMs;
  for (;;) {
    const machines = (await api.cluster()).machines.filter(({ state }) => state !== 'halted' && state !== 'not created');
    for (const machine of machines) {
      const step = steps.get(machine.name) ?? beginStep(terminal, machine.name);
      steps.set(machine.name, step);
      if (machine.state === 'running') step.done(machine.state);
      else if (machine.state === 'failed') step.failed(failureOf(machine));
      else step.waiting(waitsFor(machine));
    }
    if (machines.some(({ state }) => state === 'failed'))
      throw new CommandError('Not all machines came up.', undefined, 'dcos-local status');
    if (machines.every(({ state }) => state === 'running')) return;
    if (Date.now() > end) throw tooLong(timeoutMs);
    await pause(LOOK_EVERY_MS);
  }
}

/** What the first of its components that is not there waits for. */
function waitsFor(machine: Machine | undefined): string {
  const waiting = machine?.units.find(({ waitingFor }) => waitingFor !== undefined);
  return waiting?.waitingFor === undefined ? '' : `${waiting.name} waits for ${waiting.waitingFor}`;
}

const failureOf = ({ name, units }: Machine): string => {
  const failed = units.find(({ state }) => state === 'failed');
  return failed ? `${failed.name} failed: dcos-local logs ${failed.id.replace(/\.service$/, '')}@${name}` : 'it failed';
};

const tooLong = (timeoutMs: number): CommandError =>
  new CommandError(
    `It is not done after ${timeoutMs / 1000} s. It goes on; the status tells how far it is.`,
    undefined,
    'dcos-local status',
  );
