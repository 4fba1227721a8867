const encoder = new TextEncoder();

/** One record of Mesos' v1 streams: its length in bytes as decimal text, a newline, then the JSON. */
export const recordIo = (message: unknown): Uint8Array<ArrayBuffer> => recordOf(encoder.encode(JSON.stringify(message)));

/** The same for a body that is in bytes already. */
export function recordOf(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = encoder.encode(`${body.length}\n`);
  const record = new Uint8Array(head.length + body.length);
  record.set(head);
  record.set(body, head.length);
  return record;
}
