import { expect, test } from 'vitest';
import { frameworkAddress, masterAddress } from './contender-address.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each([
  ['{"pid":"master@10.0.0.1:5050","hostname":"m1"}', 'http://10.0.0.1:5050/'],
  ['{"pid":"master@[fd00::1]:5050"}', 'http://[fd00::1]:5050/'],
  ['{"pid":"master@10.0.0.1:5050/../x"}', undefined],
  ['{"hostname":"m1"}', undefined],
  ['not JSON', undefined],
])('a master with %s is at %s', (data, url) => {
  expect(masterAddress({ name: 'json.info_0000000001', data: bytes(data) })?.href).toBe(url);
});

test('an older master says it in protobuf', () => {
  // id, ip (a varint of 5 bytes), port, pid, hostname, version: fields 1 to 6 of MasterInfo
  const text = (field: number, said: string) => [field * 8 + 2, said.length, ...bytes(said)];
  const info = [...text(1, 'id'), 16, 0x80, 0x80, 0x80, 0x80, 0x0f, 24, 0xba, 0x27, ...text(4, 'master@10.0.0.2:5050'), ...text(5, 'm2')];
  expect(masterAddress({ name: 'info_0000000001', data: Uint8Array.from(info) })?.href).toBe('http://10.0.0.2:5050/');
  expect(masterAddress({ name: 'info_0000000001', data: Uint8Array.from(info.slice(0, 20)) })).toBeUndefined();
});

test.each([
  ['m1.example.com:8080', 'http://m1.example.com:8080/'],
  ['{"serviceEndpoint":{"host":"m1","port":8080},"additionalEndpoints":{},"status":"ALIVE"}', 'http://m1:8080/'],
  ['http://m1:8080/', undefined],
  ['', undefined],
])('a framework with %s is at %s', (data, url) => {
  expect(frameworkAddress({ name: 'member_0000000001', data: bytes(data) })?.href).toBe(url);
});
