export type LogStream = 'stdout' | 'stderr';

/** One message of a container, as its engine kept it: a line, or a part of a very long one. */
export interface LogMessage {
  stream: LogStream;
  /** Nanoseconds since the epoch. */
  at: bigint;
  payload: Buffer;
}

const HEADER_BYTES = 8;
const BLANK = 0x20;

/** Nanoseconds since the epoch of `2026-11-24T11:01:00.586683401Z`; any number of digits, any zone. */
export function parseNanoseconds(text: string): bigint {
  const [, seconds = '', fraction = '', zone = ''] = /^([^.Z+]+)(?:\.(\d+))?(.*)$/.exec(text) ?? [];
  return BigInt(Date.parse(`${seconds}${zone}`)) * 1_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}

/**
 * Takes apart the stream of `GET /containers/<id>/logs?timestamps=1` of a container without a terminal: frames of stream
 * number (1 byte), 3 bytes of nothing, length (4 bytes, big endian) and content, which is a timestamp, a blank and the message.
 */
export class LogFrames {
  #pending: Buffer = Buffer.alloc(0);

  /** The messages that are complete now; what is left waits for the next chunk. */
  push(chunk: Buffer): LogMessage[] {
    const data = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    const messages: LogMessage[] = [];
    let position = 0;
    while (data.length - position >= HEADER_BYTES) {
      const end = position + HEADER_BYTES + data.readUInt32BE(position + 4);
      if (end > data.length) break;
      const content = data.subarray(position + HEADER_BYTES, end);
      const blank = content.indexOf(BLANK);
      messages.push({
        stream: data[position] === 2 ? 'stderr' : 'stdout',
        at: parseNanoseconds(content.toString('latin1', 0, blank)),
        payload: content.subarray(blank + 1),
      });
      position = end;
    }
    this.#pending = data.subarray(position);
    return messages;
  }
}
