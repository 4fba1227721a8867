import type { SandboxFiles } from '../executor/sandbox-files.ts';
import type { Clock } from '../kernel/clock.ts';

/** How often a sandbox is looked through at most: Mesos' `container_disk_watch_interval`. */
const WATCH_MS = 15_000;

/** How much the sandboxes take on the disk. */
export interface SandboxSizes {
  /** Bytes as last measured. Measures those again whose turn it is, and forgets all that are not asked for. */
  of(directories: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

interface Measured {
  at: number;
  bytes: Promise<number | undefined>;
}

export function createSandboxSizes(clock: Clock, files: Pick<SandboxFiles, 'size'>): SandboxSizes {
  const known = new Map<string, Measured>();
  const measure = (directory: string): Measured => {
    const last = known.get(directory);
    if (last && clock.now() - last.at < WATCH_MS) return last;
    // what cannot be read is not known, which is no reason to tell nothing of the other figures
    const measured = { at: clock.now(), bytes: files.size(directory).catch(() => undefined) };
    known.set(directory, measured);
    return measured;
  };
  return {
    async of(directories) {
      const asked = new Set(directories);
      for (const directory of known.keys()) if (!asked.has(directory)) known.delete(directory);
      const sizes = await Promise.all(directories.map(async (directory) => [directory, await measure(directory).bytes] as const));
      return new Map(sizes.flatMap(([directory, bytes]) => (bytes === undefined ? [] : [[directory, bytes] as const])));
    },
  };
}
