import { emptyResponse } from './answer.ts';
import { PLAIN_UDP_BYTES, RCODE } from './wire/message.ts';
import { readQuery } from './wire/read-query.ts';
import { writeResponse } from './wire/write-response.ts';

/** The answer to a packet when nobody could be asked: another attempt may do better. undefined for what is no query. */
export function serverFailure(packet: Uint8Array): Uint8Array | undefined {
  const query = readQuery(packet);
  return query && writeResponse({ ...emptyResponse(query, true), code: RCODE.serverFailure }, PLAIN_UDP_BYTES);
}
