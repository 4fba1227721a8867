/** A scheduled call that can be taken back. */
export interface Timer {
  cancel(): void;
}

/** The only source of time in the cluster. Times are milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Calls `run` once, `ms` from now (0 = as soon as the current work is done). */
  after(ms: number, run: () => void): Timer;
}

/** Calls `run` each `ms` until cancelled. The next call is set after the last one returned, so slow calls never pile up. */
export function every(clock: Clock, ms: number, run: () => void): Timer {
  let timer: Timer;
  const next = (): void => {
    timer = clock.after(ms, () => {
      next();
      run();
    });
  };
  next();
  return { cancel: () => timer.cancel() };
}

/** What is to wait longer would be called at once: the timers of browsers and Node count in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Wall-clock time; `speed` makes a second of the cluster last 1/speed real seconds. */
export function realClock(speed = 1): Clock {
  const origin = Date.now();
  const now = (): number => (speed === 1 ? Date.now() : origin + (Date.now() - origin) * speed);
  return {
    now,
    after(ms, run) {
      let id: ReturnType<typeof setTimeout>;
      const wait = (left: number): void => {
        id = setTimeout(left > LONGEST_TIMER_MS ? () => wait(left - LONGEST_TIMER_MS) : run, Math.min(left, LONGEST_TIMER_MS));
      };
      wait(ms / speed);
      return { cancel: () => clearTimeout(id) };
    },
  };
}

export interface ManualClock extends Clock {
  /** Moves time forward, running due timers in order (ties in the order they were set) and letting pending promises settle between them. */
  advance(ms: number): Promise<void>;
}

/** Lets promise reactions queued so far run, without the passing of time. Several rounds, since one reaction may queue another. */
async function settle(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve();
}

/** Time that moves only when told: for tests and simulations. */
export function manualClock(start = Date.UTC(2016, 3, 26, 9)): ManualClock {
  let time = start;
  let sequence = 0;
  const due = new Map<number, { at: number; run: () => void }>();
  const earliest = (): [number, { at: number; run: () => void }] | undefined => {
    let best: [number, { at: number; run: () => void }] | undefined;
    for (const entry of due) if (!best || entry[1].at < best[1].at) best = entry;
    return best;
  };
  return {
    now: () => time,
    after(ms, run) {
      const id = sequence++;
      due.set(id, { at: time + Math.max(0, ms), run });
      return { cancel: () => due.delete(id) };
    },
    async advance(ms) {
      const end = time + ms;
      await settle();
      for (let next = earliest(); next && next[1].at <= end; next = earliest()) {
        time = Math.max(time, next[1].at);
        due.delete(next[0]);
        next[1].run();
        await settle();
      }
      time = end;
    },
  };
}
