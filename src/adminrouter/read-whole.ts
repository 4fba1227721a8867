/** The whole body; undefined, with the rest let go of, when it is longer than so many bytes. Rejects when it breaks off. */
export async function readWhole({ headers, body }: Request | Response, longest: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (Number(headers.get('content-length') ?? 0) > longest) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  // not `for await`: a browser without it on streams runs this too
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length > longest) {
      await reader?.cancel();
      return undefined;
    }
  }
  return joined(chunks);
}

/** The pieces as one; a single piece is not copied. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const [only] = chunks;
  if (only && chunks.length === 1 && only.buffer instanceof ArrayBuffer) return only as Uint8Array<ArrayBuffer>;
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
