const encoder = new TextEncoder();

/** One record of Mesos' v1 streams: its length in bytes as decimal text, a newline, then the JSON. */
export function recordIo(message: unknown): Uint8Array<ArrayBuffer> {
  const body = encoder.encode(JSON.stringify(message));
  const head = encoder.encode(`${body.length}\n`);
  const record = new Uint8Array(head.length + body.length);
  record.set(head);
  record.set(body, head.length);
  return record;
}
