import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordIo } from './recordio.ts';
import { createRecordReader } from './record-reader.ts';

const decode = (records: Uint8Array[]): unknown[] => records.map((record): unknown => JSON.parse(new TextDecoder().decode(record)));

it('finds the records however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (values, cuts) => {
      const bytes = new Uint8Array(values.flatMap((value) => [...recordIo(value)]));
      const read = createRecordReader();
      const found: unknown[] = [];
      for (let at = 0, cut = 0; at < bytes.length; cut += 1) {
        const size = cuts[cut % cuts.length] ?? 1;
        found.push(...decode(read(bytes.subarray(at, at + size))));
        at += size;
      }
      expect(JSON.stringify(found)).toBe(JSON.stringify(values));
    }),
  );
});

it('hands over an empty record at once', () => {
  expect(createRecordReader()(new TextEncoder().encode('0\n'))).toHaveLength(1);
});

it.each(['<html><body>Bad gateway', '\n', '12a\n', '99999999999999\n'])('takes %j for no stream of records', (text) => {
  expect(() => createRecordReader()(new TextEncoder().encode(text))).toThrow('The stream holds no records');
});

it('keeps half a record until the rest is there', () => {
  const read = createRecordReader();
  const bytes = recordIo({ type: 'HEARTBEAT' });
  expect(read(bytes.subarray(0, 10))).toEqual([]);
  expect(decode(read(bytes.subarray(10)))).toEqual([{ type: 'HEARTBEAT' }]);
});
