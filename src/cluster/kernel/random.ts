/** The only source of chance in the cluster. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** An integer in [low, high]. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
}

function fromNext(next: () => number): Random {
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick(list) {
      const chosen = list[Math.floor(next() * list.length)];
      if (chosen === undefined) throw new RangeError('pick from an empty list');
      return chosen;
    },
  };
}

/** Repeatable chance: the same seed gives the same numbers (mulberry32, a public-domain generator). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return fromNext(() => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  });
}

/** How many numbers are asked of the platform at a time: each request costs more than the numbers. */
const DRAWN_AT_ONCE = 256;

/** Chance from the platform's secure generator: for ids and tokens of a real run. */
export function systemRandom(): Random {
  const drawn = new Uint32Array(DRAWN_AT_ONCE);
  let next = DRAWN_AT_ONCE;
  return fromNext(() => {
    if (next === DRAWN_AT_ONCE) {
      crypto.getRandomValues(drawn);
      next = 0;
    }
    return (drawn[next++] ?? 0) / 4294967296;
  });
}
