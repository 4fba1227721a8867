/** Which job is due when: the next of any number of jobs at hand, without looking at the others. */
export interface Agenda {
  /** Replaces what was known of the job; undefined: it is not due again. Times in ms. */
  set: (name: string, at: number | undefined) => void;
  /** The earliest moment that any job is due; infinite when none is. */
  next: () => number;
  /** The jobs that are due by then, the earliest first. They stay until they are set anew. */
  due: (now: number) => { name: string; at: number }[];
}

interface Entry {
  name: string;
  at: number;
}

/** A heap whose entries are left behind when a job gets another time, and dropped when they come to the top. */
export function createAgenda(): Agenda {
  const times = new Map<string, number>();
  const heap: Entry[] = [];

  const isBefore = (a: number, b: number): boolean => (heap[a]?.at ?? Infinity) < (heap[b]?.at ?? Infinity);
  const swap = (a: number, b: number): void => {
    const [first, second] = [heap[a], heap[b]];
    if (first && second) [heap[a], heap[b]] = [second, first];
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0 && isBefore(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
  };
  const sink = (): void => {
    for (let at = 0; ;) {
      const child = isBefore(2 * at + 2, 2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
      if (!isBefore(child, at)) return;
      swap(at, child);
      at = child;
    }
  };
  const pop = (): Entry | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (last && heap.length > 0) {
      heap[0] = last;
      sink();
    }
    return top;
  };
  const push = (entry: Entry): void => {
    heap.push(entry);
    rise(heap.length - 1);
  };
  const top = (): Entry | undefined => {
    while (heap[0] && times.get(heap[0].name) !== heap[0].at) pop();
    return heap[0];
  };
  return {
    set(name, at) {
      if (times.get(name) === at) return;
      if (at === undefined) times.delete(name);
      else {
        times.set(name, at);
        push({ name, at });
      }
    },
    next: () => top()?.at ?? Infinity,
    due(now) {
      const due: Entry[] = [];
      for (let first = top(); first && first.at <= now; first = top()) {
        pop();
        // The same job may be there twice, when it got a time that it had before.
        if (due.at(-1)?.name !== first.name || due.at(-1)?.at !== first.at) due.push(first);
      }
      for (const entry of due) push(entry);
      return due;
    },
  };
}
