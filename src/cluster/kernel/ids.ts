import type { Clock } from './clock.ts';
import type { Random } from './random.ts';

/** Makes the identifiers of the cluster. */
export interface Ids {
  /** A random UUID (version 4): cluster, master, container and deployment ids. */
  uuid(): string;
  /** A time-ordered UUID (version 1), as Marathon uses in instance ids. Unique within a run even in one millisecond. */
  timeUuid(): string;
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** RFC 4122 counts 100 ns steps since 1582-10-15; this is that instant's distance from the Unix epoch, in ms. */
const GREGORIAN_OFFSET_MS = 12_219_292_800_000;

export function createIds(clock: Clock, random: Random): Ids {
  const node = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6);
  const sequence = hex(0x8000 | random.int(0, 0x3fff), 4);
  let lastMs = 0;
  let steps = 0;
  return {
    uuid() {
      const part = (): string => hex(random.int(0, 0xffff), 4);
      const version = hex(0x4000 | random.int(0, 0x0fff), 4);
      const variant = hex(0x8000 | random.int(0, 0x3fff), 4);
      return `${part()}${part()}-${part()}-${version}-${variant}-${part()}${part()}${part()}`;
    },
    timeUuid() {
      const ms = Math.max(clock.now(), lastMs);
      steps = ms === lastMs ? steps + 1 : 0;
      lastMs = ms;
      const ticks = BigInt(Math.floor(ms) + GREGORIAN_OFFSET_MS) * 10_000n + BigInt(steps);
      const low = hex(Number(ticks & 0xffffffffn), 8);
      const mid = hex(Number((ticks >> 32n) & 0xffffn), 4);
      const high = hex(Number((ticks >> 48n) & 0x0fffn) | 0x1000, 4);
      return `${low}-${mid}-${high}-${sequence}-${node}`;
    },
  };
}
