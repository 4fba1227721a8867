/** Times of one thing measured several times, in ms, in the order of measuring. */
export type Samples = readonly number[];

/** The middle one; of an even number, the mean of the two in the middle. NaN for none. */
export function median(samples: Samples): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const low = sorted[Math.ceil(middle) - 1] ?? NaN;
  const high = sorted[Math.floor(middle)] ?? NaN;
  return (low + high) / 2;
}

/** How long `work` takes, in ms. */
export async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * Measures several things in turn, `rounds` times each, so that a change in what else the machine does meets all of them alike.
 * The first round warms up caches and does not count.
 */
export async function alternate<Name extends string>(
  rounds: number,
  things: Record<Name, () => Promise<number>>,
): Promise<Record<Name, Samples>> {
  const names = Object.keys(things) as Name[];
  const samples = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<Name, number[]>;
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const taken = await things[name]();
      if (round > 0) samples[name].push(taken);
    }
  }
  return samples;
}
