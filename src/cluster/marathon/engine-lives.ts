import type { StoreWrite } from '../kernel/store.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Engine } from './engine.ts';
import type { EventBus } from './event-bus.ts';

/** One engine at a time: the state may be replaced as a whole, and the one that then runs begins from what is stored. */
export interface EngineLives {
  current: () => Engine;
  /**
   * Ends the engine, stores the writes and begins anew, once what is under way has been done. Throws what the store or the new
   * engine throws; then all is as it was, with an engine that runs.
   */
  startOver: (writes: readonly StoreWrite[]) => Promise<void>;
}

/** `start` makes an engine; `onStarted` is called for each of them. */
export function createEngineLives(kernel: Kernel, bus: EventBus, start: (kernel: Kernel, bus: EventBus) => Engine): EngineLives {
  const begin = (): { engine: Engine; end: () => void } => {
    let alive = true;
    const whileAlive =
      <T>(act: (given: T) => void) =>
      (given: T): void => {
        if (alive) act(given);
      };
    const write = whileAlive((batch: readonly StoreWrite[]) => kernel.store.write(batch));
    try {
      const engine = start({ ...kernel, store: { ...kernel.store, write } }, { ...bus, publish: whileAlive(bus.publish) });
      const end = (): void => {
        // What it still waits for (a probe's answer, say) must not touch what the next one stores.
        alive = false;
        engine.stop();
      };
      return { engine, end };
    } catch (fault) {
      alive = false;
      throw fault;
    }
  };
  let life = begin();
  const replaceState = (writes: readonly StoreWrite[]): void => {
    const before = writes.map(({ collection, key }) => ({ collection, key, value: kernel.store.read(collection, key) }));
    life.end();
    try {
      kernel.store.write(writes);
      life = begin();
    } catch (fault) {
      kernel.store.write(before);
      life = begin();
      throw fault;
    }
  };
  return {
    current: () => life.engine,
    startOver: (writes) =>
      new Promise((resolve, reject) =>
        kernel.mailbox.post(() => {
          try {
            resolve(replaceState(writes));
          } catch (fault) {
            reject(fault);
          }
        }),
      ),
  };
}
