import type { Operation } from '../../api/machines/operations.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { limits } from '../kernel/limits.ts';

/** What is being done to machines, and how it ended: kept as long as the process lives; the wish itself is stored with the machine. */
export interface Operations {
  /** Works on all machines at once. What `work` resolves to is said of the machine; a rejection is its failure. */
  begin(action: Operation['action'], machines: readonly string[], work: (machine: string) => Promise<string | undefined>): Operation;
  find(id: string): Operation | undefined;
  /** The newest first. */
  list(): Operation[];
}

export function createOperations(kernel: Kernel): Operations {
  const known: Operation[] = [];
  return {
    begin(action, names, work) {
      const machines = names.map((name): Operation['machines'][number] => ({ name, state: 'running' }));
      const operation: Operation = { id: kernel.ids.uuid(), action, state: 'running', startedAt: kernel.clock.now(), machines };
      known.push(operation);
      known.splice(0, known.length - limits.operations);
      const each = machines.map(async (machine) => {
        try {
          const message = await work(machine.name);
          Object.assign(machine, { state: 'done', ...(message !== undefined && { message }) });
        } catch (error) {
          Object.assign(machine, { state: 'failed', message: error instanceof Error ? error.message : String(error) });
        }
      });
      void Promise.all(each).then(() => {
        operation.state = machines.some(({ state }) => state === 'failed') ? 'failed' : 'done';
        operation.endedAt = kernel.clock.now();
      });
      return operation;
    },
    find: (id) => known.find((operation) => operation.id === id),
    list: () => known.toReversed(),
  };
}
