import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameBytes } from './same-bytes.ts';

const bytes = fc.uint8Array({ maxLength: 20 });

test('says what a comparison one by one says, wherever the bytes lie in memory', () => {
  fc.assert(
    fc.property(bytes, bytes, fc.nat({ max: 7 }), fc.nat({ max: 7 }), (a, b, offsetOfA, offsetOfB) => {
      const placed = (each: Uint8Array, offset: number): Uint8Array => {
        const room = new Uint8Array(each.length + offset);
        room.set(each, offset);
        return room.subarray(offset);
      };
      expect(sameBytes(placed(a, offsetOfA), placed(a, offsetOfB))).toBe(true);
      expect(sameBytes(placed(a, offsetOfA), placed(b, offsetOfB))).toBe(a.join() === b.join());
    }),
  );
});
