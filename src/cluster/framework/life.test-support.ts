import type { ConnectScheduler } from '../../api/mesos/scheduler.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { StoreError } from '../kernel/store.ts';
import type { Machine } from '../machines/machine.ts';

export const m1: Machine = {
  name: 'm1',
  ip: '192.168.65.90',
  cpus: 1,
  memory: 512,
  memoryReserved: 0,
  type: 'master',
  aliases: [],
  address: { name: 'm1', ip: '192.168.65.90', address: '127.0.0.1' },
};

/** What a crash throws in the middle of a framework's work; nothing of that life does anything afterwards. */
export class Crash extends Error {
  override name = 'Crash';
}

/** One life of a process: its parts of the kernel go dead with it. `diesAfterWrites` makes it die just after that many writes. */
export function createLife(kernel: Kernel, connectScheduler: ConnectScheduler) {
  const life = { alive: true, diesAfterWrites: Infinity, diskFull: false };
  const whileAlive = (run: () => void) => (): void => {
    if (life.alive) run();
  };
  const mortal: Kernel = {
    ...kernel,
    clock: { now: () => kernel.clock.now(), after: (ms, run) => kernel.clock.after(ms, whileAlive(run)) },
    mailbox: { post: (deliver) => kernel.mailbox.post(whileAlive(deliver)) },
    store: {
      ...kernel.store,
      write(batch) {
        if (!life.alive) throw new Crash();
        if (life.diskFull) throw new StoreError('The disk is full: free some space.');
        kernel.store.write(batch);
        life.diesAfterWrites--;
        if (life.diesAfterWrites > 0) return;
        life.alive = false;
        throw new Crash();
      },
    },
  };
  const connect: ConnectScheduler = (onEvent, onClosed) => {
    const line = connectScheduler((event) => whileAlive(() => onEvent(event))(), whileAlive(onClosed));
    return { call: (call) => whileAlive(() => line.call(call))(), close: () => line.close() };
  };
  return { life, mortal, connect };
}
