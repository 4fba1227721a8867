const WORD_BYTES = 4;

/** Whether both hold the same. By words where they lie so in memory: answers of megabytes are compared at each poll. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  const words = a.byteOffset % WORD_BYTES === 0 && b.byteOffset % WORD_BYTES === 0 ? Math.floor(a.length / WORD_BYTES) : 0;
  const [wordsOfA, wordsOfB] = [
    new Uint32Array(a.buffer, words ? a.byteOffset : 0, words),
    new Uint32Array(b.buffer, words ? b.byteOffset : 0, words),
  ];
  for (let at = 0; at < words; at++) if (wordsOfA[at] !== wordsOfB[at]) return false;
  for (let at = words * WORD_BYTES; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
