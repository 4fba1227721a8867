export interface CachedSource<T> {
  /**
   * What was loaded last, loaded anew when that is `maxAgeMs` ago or longer; many who ask share one loading. While it cannot be
   * loaded, what was known is good for three days. Rejects after that, or when nothing was ever loaded.
   */
  read(maxAgeMs: number): Promise<T>;
}

export interface CachedSourceOptions {
  now: () => number;
  warn: (message: string) => void;
}

/** DC/OS' adminRouter warns from then on, and gives up after the latter. */
const SOFT_LIMIT_MS = 75_000;
const HARD_LIMIT_MS = 3 * 24 * 60 * 60 * 1000;

export function createCachedSource<T>(name: string, load: () => Promise<T>, { now, warn }: CachedSourceOptions): CachedSource<T> {
  let known: { value: T; at: number } | undefined;
  let loading: Promise<T> | undefined;

  async function loadNow(): Promise<T> {
    const at = now();
    try {
      const value = await load();
      known = { value, at };
      return value;
    } catch (fault) {
      if (!known || now() - known.at > HARD_LIMIT_MS) throw fault;
      if (now() - known.at > SOFT_LIMIT_MS) warn(`${name} has not answered for a while, so services are looked up in what it said last.`);
      return known.value;
    } finally {
      loading = undefined;
    }
  }
  return {
    read(maxAgeMs) {
      if (known && now() - known.at < maxAgeMs) return Promise.resolve(known.value);
      return (loading ??= loadNow());
    },
  };
}
