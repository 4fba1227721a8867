export interface Failure<Item> {
  item: Item;
  error: unknown;
}

export interface Progress<Item> {
  /** Done or failed. */
  ended: number;
  failures: readonly Failure<Item>[];
}

export interface RunAllOptions<Item> {
  atATime: number;
  onProgress: (progress: Progress<Item>) => void;
  /** Begins no more; what is under way is brought to its end. */
  signal: AbortSignal;
}

/** Does one thing after the other, a few at a time. A failure is noted and does not stop the rest. */
export async function runAll<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<void>,
  { atATime, onProgress, signal }: RunAllOptions<Item>,
): Promise<Progress<Item>> {
  const failures: Failure<Item>[] = [];
  const waiting = items.values();
  let ended = 0;
  const work = async (): Promise<void> => {
    for (const item of waiting) {
      if (signal.aborted) return;
      try {
        await run(item);
      } catch (error) {
        failures.push({ item, error });
      }
      ended += 1;
      onProgress({ ended, failures: [...failures] });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, work));
  return { ended, failures };
}
