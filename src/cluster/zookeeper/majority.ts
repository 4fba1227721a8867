import { majorityOf } from './rules.ts';

/** Which of the servers of an ensemble are up, and whether they are enough. */
export interface Majority {
  readonly needed: number;
  holds: () => boolean;
  has: (server: string) => boolean;
  join: (server: string) => void;
  leave: (server: string) => void;
  /** The server that leads the others: it stays so until it goes. undefined without a majority. */
  leader: () => string | undefined;
  /** Called when the majority is gained or lost. Returns what ends it. */
  onChange: (listener: (holds: boolean) => void) => () => void;
}

export function createMajority(servers: readonly string[]): Majority {
  const needed = majorityOf(servers.length);
  const up = new Set<string>();
  const listeners = new Set<(holds: boolean) => void>();
  let leader: string | undefined;
  const holds = (): boolean => up.size >= needed;
  const change = (apply: () => void): void => {
    const held = holds();
    apply();
    // Of servers that have seen the same the one with the highest number is elected.
    if (!holds()) leader = undefined;
    else if (leader === undefined || !up.has(leader)) leader = servers.findLast((server) => up.has(server));
    if (holds() !== held) for (const listener of listeners) listener(!held);
  };
  return {
    needed,
    holds,
    has: (server) => up.has(server),
    join: (server) => change(() => up.add(server)),
    leave: (server) => change(() => up.delete(server)),
    leader: () => leader,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
