/** Work that many want at the same time, done once for all who came before it began. */
export interface Queue<T> {
  /**
   * The outcome of work that begins after this call: now, or when what goes on under the same key has ended. `work` gets a signal
   * that is aborted when nobody waits any more. Rejects with what the work rejects with, or with `signal`'s reason.
   */
  join(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}

interface Turn<T> {
  work: (signal: AbortSignal) => Promise<T>;
  outcome: PromiseWithResolvers<T>;
  waiting: number;
  abort: AbortController;
}

export function createQueue<T>(): Queue<T> {
  /** By key: the turn that comes after the one that goes on. */
  const lines = new Map<string, { next: Turn<T> | undefined }>();

  async function run(key: string, { work, outcome, abort }: Turn<T>): Promise<void> {
    try {
      abort.signal.throwIfAborted();
      outcome.resolve(await work(abort.signal));
    } catch (fault) {
      outcome.reject(fault);
    }
    const next = lines.get(key)?.next;
    if (!next) return void lines.delete(key);
    lines.set(key, { next: undefined });
    await run(key, next);
  }

  return {
    join(key, signal, work) {
      const line = lines.get(key);
      const turn = line?.next ?? { work, outcome: Promise.withResolvers<T>(), waiting: 0, abort: new AbortController() };
      turn.waiting++;
      const outcome = unlessAborted(turn, signal);
      if (line) line.next = turn;
      else {
        lines.set(key, { next: undefined });
        void run(key, turn);
      }
      return outcome;
    },
  };
}

/** One leaves without the others; the last one to leave ends the work. */
function unlessAborted<T>(turn: Turn<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = (): void => {
      reject(signal.reason);
      turn.waiting--;
      if (turn.waiting === 0) turn.abort.abort(signal.reason);
    };
    turn.outcome.promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}
