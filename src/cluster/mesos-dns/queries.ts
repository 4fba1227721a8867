import type { Kernel } from '../kernel/kernel.ts';
import { answer, emptyResponse } from './answer.ts';
import type { NameIndex } from './name-index.ts';
import { LARGEST_TCP_BYTES, LARGEST_UDP_BYTES, PLAIN_UDP_BYTES, RCODE, type DnsQuery, type DnsResponse } from './wire/message.ts';
import { readQuery } from './wire/read-query.ts';
import { writeResponse } from './wire/write-response.ts';

export type DnsTransport = 'udp' | 'tcp';

/**
 * Answers one packet. `forward`: it asks for a name of elsewhere, so the packet as it is goes to another server. undefined: it is
 * no query and must not be answered.
 */
export type DnsQueries = (packet: Uint8Array, transport: DnsTransport) => Promise<Uint8Array | 'forward' | undefined>;

/** Names are read again after this time, in ms, and not before the last reading was this small a share of the time. */
const FRESH_MS = 250;
const SHARE_OF_TIME = 10;

/** `read` gives the names as they are now. Between readings all who ask are answered from the last one. */
export function createDnsQueries(kernel: Pick<Kernel, 'clock' | 'random'>, read: () => Promise<NameIndex>, recursion: boolean): DnsQueries {
  const names = createFreshNames(kernel, read);
  const shuffle = <T>(list: readonly T[]): readonly T[] => rotated(list, kernel.random.int(0, Math.max(0, list.length - 1)));

  async function respond(query: DnsQuery): Promise<DnsResponse | undefined> {
    const known = await names();
    if (!known) return { ...emptyResponse(query, recursion), code: RCODE.serverFailure };
    return answer(known.index, query, { recursion, serial: Math.floor(known.readAt / 1000), shuffle });
  }
  return async (packet, transport) => {
    const query = readQuery(packet);
    if (!query) return undefined;
    if ('malformed' in query) return writeResponse({ ...emptyResponse(query, recursion), code: RCODE.formatError }, PLAIN_UDP_BYTES);
    const response = await respond(query);
    return response ? writeResponse(response, limitOf(query, transport)) : 'forward';
  };
}

/** As much as the client takes, and over UDP no more than networks carry whole. */
function limitOf({ edns }: DnsQuery, transport: DnsTransport): number {
  if (transport === 'tcp') return LARGEST_TCP_BYTES;
  return Math.min(Math.max(edns?.payloadBytes ?? 0, PLAIN_UDP_BYTES), LARGEST_UDP_BYTES);
}

interface ReadNames {
  index: NameIndex;
  readAt: number;
  /** How long the reading took, in ms. */
  took: number;
}

/** The names, at most a moment old; undefined while they could never be read. One reading serves all who wait for it. */
function createFreshNames({ clock }: Pick<Kernel, 'clock'>, read: () => Promise<NameIndex>): () => Promise<ReadNames | undefined> {
  let last: ReadNames | undefined;
  let reading: Promise<void> | undefined;
  const readAgain = async (): Promise<void> => {
    const begun = clock.now();
    const index = await read();
    last = { index, readAt: clock.now(), took: clock.now() - begun };
  };
  return async () => {
    if (last && clock.now() - last.readAt < Math.max(FRESH_MS, last.took * SHARE_OF_TIME)) return last;
    // a master that cannot be read leaves the names as they were, as in mesos-dns
    reading ??= readAgain()
      .catch(() => {})
      .finally(() => (reading = undefined));
    await reading;
    return last;
  };
}

const rotated = <T>(list: readonly T[], by: number): readonly T[] => (by === 0 ? list : [...list.slice(by), ...list.slice(0, by)]);
