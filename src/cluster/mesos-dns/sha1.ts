const rotate = (value: number, bits: number): number => (value << bits) | (value >>> (32 - bits));

/** SHA-1 (FIPS 180-4), as names need it: a checksum, not a secret. WebCrypto's is asynchronous and missing where a page is not secure. */
export function sha1(message: Uint8Array): Uint8Array {
  const blocks = ((message.length + 8) >> 6) + 1;
  const padded = new Uint8Array(blocks * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n);

  const digest = new DataView(new ArrayBuffer(20));
  const initial = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
  for (const [index, word] of initial.entries()) digest.setUint32(index * 4, word);
  for (let block = 0; block < blocks; block++) compress(digest, schedule(view, block * 64));
  return new Uint8Array(digest.buffer);
}

function schedule(view: DataView, offset: number): Int32Array {
  const words = new Int32Array(80);
  for (let t = 0; t < 80; t++)
    words[t] =
      t < 16 ? view.getInt32(offset + t * 4) : rotate(at(words, t - 3) ^ at(words, t - 8) ^ at(words, t - 14) ^ at(words, t - 16), 1);
  return words;
}

const at = (words: Int32Array, index: number): number => words[index] ?? 0;

function compress(digest: DataView, words: Int32Array): void {
  const before = [0, 4, 8, 12, 16].map((offset) => digest.getUint32(offset)) as [number, number, number, number, number];
  let [a, b, c, d, e] = before;
  for (const [t, word] of words.entries()) {
    const next = rotate(a, 5) + mix(t, b, c, d) + e + word;
    [a, b, c, d, e] = [next | 0, a, rotate(b, 30), c, d];
  }
  for (const [index, value] of [a, b, c, d, e].entries()) digest.setUint32(index * 4, (before[index] ?? 0) + value);
}

/** The round's function of three words and its constant. */
function mix(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}
