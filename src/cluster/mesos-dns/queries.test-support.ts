import { manualClock } from '../kernel/clock.ts';
import { seededRandom } from '../kernel/random.ts';
import { indexNames } from './name-index.ts';
import { createDnsQueries, type DnsQueries } from './queries.ts';
import type { Zone } from './records.ts';

/** The header of a query with one question, recursion desired. */
const HEADER = [0x12, 0x34, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 0];

/** A query as a client sends it; `more` follows the question (and `additional` counts it). */
export function queryPacket(name: string, type: number, more: readonly number[] = [], additional = more.length > 0 ? 1 : 0): Uint8Array {
  const labels = name === '' ? [] : name.split('.').flatMap((label) => [label.length, ...new TextEncoder().encode(label)]);
  const packet = new Uint8Array([...HEADER, ...labels, 0, 0, type, 0, 1, ...more]);
  packet[11] = additional;
  return packet;
}

/** An OPT record: EDNS of a version, with what the client takes. */
export const edns = (payloadBytes: number, version = 0): number[] => [
  0,
  0,
  41,
  payloadBytes >> 8,
  payloadBytes & 255,
  0,
  version,
  0,
  0,
  0,
  0,
];

/** Answers from fixed names. */
export const queriesOf = (records: Zone['records'], recursion = false, reachableAt = (ip: string): string => ip): DnsQueries =>
  createDnsQueries(
    { clock: manualClock(), random: seededRandom(1) },
    async () => indexNames({ records, frameworks: [] }, reachableAt),
    recursion,
  );
