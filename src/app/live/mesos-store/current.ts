import { SOURCES } from '../sources.ts';
import type { MesosState } from './mesos-state.ts';

let state: MesosState | undefined;
const waiting = new Set<() => void>();
const tell = (): void => {
  for (const look of waiting) look();
};

/** Even the snapshot of a huge cluster is there by then. */
const SOON_MS = 15_000;

/** What the master's stream has told, while it tells; undefined while there is no stream, so that whoever wants to know has to ask. */
export const mesosStore = {
  current: (): MesosState | undefined => state,
  set: (next: MesosState | undefined): void => {
    state = next;
    tell();
  },
  /**
   * What the stream tells, as soon as it does: for questions whose answer is nearly as large as its snapshot. undefined when there is no
   * stream to be had. Rejects when `signal` aborts.
   */
  soon: (signal: AbortSignal): Promise<MesosState | undefined> =>
    new Promise((resolve, reject) => {
      const { link } = SOURCES.mesos;
      const end = (): void => {
        clearTimeout(timer);
        waiting.delete(look);
        unsubscribe();
        signal.removeEventListener('abort', abort);
      };
      const look = (): void => {
        const { kind } = link.current();
        if (state === undefined && kind !== 'absent' && kind !== 'reconnecting') return;
        end();
        resolve(state);
      };
      const abort = (): void => {
        end();
        reject(signal.reason instanceof Error ? signal.reason : new Error('The question was taken back.'));
      };
      const timer = setTimeout(() => {
        end();
        resolve(state);
      }, SOON_MS);
      waiting.add(look);
      const unsubscribe = link.subscribe(look);
      signal.addEventListener('abort', abort, { once: true });
      look();
    }),
};

/** What a query of Mesos has to do with the stream. */
export interface StreamMeta extends Record<string, unknown> {
  /** The query's answer as the stream knows it; undefined when it does not know yet. What has not changed has to be the same object. */
  view?: (state: MesosState) => unknown;
  /** Milliseconds after which the query is to be asked again for what the stream does not tell; by its data. */
  rereadMs?: (data: unknown) => number;
}
