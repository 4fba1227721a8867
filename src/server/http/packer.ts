import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import type { Packer } from '../../adminrouter/coalesce/share-reads.ts';

const packing: Record<string, (bytes: Uint8Array) => Promise<Buffer>> = {
  zstd: promisify<Uint8Array, Buffer>(zstdCompress),
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 1 }),
};

/** Packs off the main thread. The qualities are those of answers that are new each time: quick before small. */
export const packer: Packer = {
  codings: ['zstd', 'br', 'gzip'],
  pack: async (bytes, coding) => (await packing[coding]?.(bytes)) as Buffer<ArrayBuffer>,
};
