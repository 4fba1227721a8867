import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { edns, queriesOf, queryPacket } from './queries.test-support.ts';
import type { DnsRecord } from './records.ts';
import { TYPE } from './wire/message.ts';

const many: DnsRecord[] = Array.from({ length: 60 }, (_, n) => ({ name: 'many.marathon.mesos', rtype: 'A', host: `10.0.0.${n}` }));
const records: DnsRecord[] = [
  { name: 'leader.mesos', rtype: 'A', host: '192.168.65.90' },
  { name: '_leader._tcp.mesos', rtype: 'SRV', host: 'leader.mesos:5050' },
  ...many,
];
const query = queriesOf(records);

async function ask(packet: Uint8Array, transport: 'udp' | 'tcp' = 'udp', from = query): Promise<Uint8Array> {
  const response = await from(packet, transport);
  if (!(response instanceof Uint8Array)) throw new Error(`no answer but ${response}`);
  return response;
}
/** Code, flags and counts of a response, as its header has them. */
function head(response: Uint8Array) {
  const view = new DataView(response.buffer);
  const flags = view.getUint16(2);
  return {
    id: view.getUint16(0),
    code: flags & 0xf,
    authoritative: (flags & 0x400) !== 0,
    cut: (flags & 0x200) !== 0,
    recursion: (flags & 0x80) !== 0,
    counts: [4, 6, 8, 10].map((at) => view.getUint16(at)),
  };
}

test('answers an address, byte for byte', async () => {
  const question = queryPacket('Leader.mesos', TYPE.A);
  const expected = [...question, 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 168, 65, 90];
  expected.splice(2, 6, 0x85, 0, 0, 1, 0, 1);
  expect([...(await ask(question))]).toEqual(expected);
});

test('an address is the one at which the machine is reached from here', async () => {
  const local = queriesOf(records, false, (ip) => ip.replace('192.168', '127.0'));
  expect([...(await ask(queryPacket('leader.mesos', TYPE.A), 'udp', local))].slice(-4)).toEqual([127, 0, 65, 90]);
});

test('a service comes with the address of its target', async () => {
  expect(head(await ask(queryPacket('_leader._tcp.mesos', TYPE.SRV)))).toMatchObject({ code: 0, counts: [1, 1, 0, 1] });
});

test.for([
  { name: 'mesos', type: TYPE.SOA, code: 0, counts: [1, 1, 0, 0] },
  { name: 'mesos', type: TYPE.NS, code: 0, counts: [1, 1, 0, 0] },
  { name: 'mesos', type: TYPE.ANY, code: 0, counts: [1, 2, 0, 0] },
  { name: 'leader.mesos', type: TYPE.ANY, code: 0, counts: [1, 1, 0, 0] },
  { name: 'leader.mesos', type: TYPE.AAAA, code: 0, counts: [1, 0, 1, 0] },
  { name: 'leader.mesos', type: TYPE.SRV, code: 0, counts: [1, 0, 1, 0] },
  { name: 'nobody.mesos', type: TYPE.AAAA, code: 0, counts: [1, 0, 1, 0] },
  { name: 'nobody.mesos', type: TYPE.A, code: 3, counts: [1, 0, 1, 0] },
  { name: 'nobody.thisdcos.directory', type: TYPE.A, code: 3, counts: [1, 0, 1, 0] },
])('$name of type $type has code $code', async ({ name, type, code, counts }) => {
  expect(head(await ask(queryPacket(name, type)))).toMatchObject({ id: 0x1234, authoritative: true, code, counts });
});

test('names of elsewhere are refused, or asked of others where that is wanted', async () => {
  const elsewhere = queryPacket('debian.org', TYPE.A);
  expect(head(await ask(elsewhere))).toMatchObject({ code: 5, recursion: false, authoritative: false });
  const recursive = queriesOf(records, true);
  expect(await recursive(elsewhere, 'udp')).toBe('forward');
  const iterative = elsewhere.slice();
  iterative[2] = 0;
  expect(head(await ask(iterative, 'udp', recursive))).toMatchObject({ code: 5, recursion: true });
});

test('what does not fit is cut over UDP, as much as the client takes and never more than networks carry', async () => {
  const asked = (more: number[], transport: 'udp' | 'tcp' = 'udp') => ask(queryPacket('many.marathon.mesos', TYPE.A, more), transport);
  const plain = await asked([]);
  expect([plain.length <= 512, head(plain).cut, head(plain).counts[1]]).toEqual([true, true, 29]);
  expect(head(await asked(edns(4096)))).toMatchObject({ cut: false, counts: [1, 60, 0, 1] });
  const some = await asked(edns(700));
  expect([some.length <= 700, head(some).cut]).toEqual([true, true]);
  expect(head(await asked(edns(100)))).toMatchObject({ cut: true, counts: [1, 29, 0, 1] });
  expect(head(await asked([], 'tcp'))).toMatchObject({ cut: false, counts: [1, 60, 0, 0] });
});

test('an unknown version of EDNS is told the one that we speak', async () => {
  const response = await ask(queryPacket('leader.mesos', TYPE.A, edns(1232, 1)));
  expect(head(response)).toMatchObject({ code: 0, counts: [1, 0, 0, 1] });
  expect([...response].slice(-11)).toEqual([0, 0, 41, 4, 208, 1, 0, 0, 0, 0, 0]);
});

test('other operations and classes are not for us', async () => {
  const update = queryPacket('leader.mesos', TYPE.A);
  update[2] = 5 << 3;
  expect(head(await ask(update)).code).toBe(4);
  const chaos = queryPacket('leader.mesos', TYPE.A);
  chaos[chaos.length - 1] = 3;
  expect(head(await ask(chaos)).code).toBe(5);
});

test('a malformed packet is a format error; what is no query gets no answer', async () => {
  const pointer = new Uint8Array([...queryPacket('', TYPE.A).slice(0, 12), 0xc0, 0x0c, 0, 1, 0, 1]);
  expect(head(await ask(pointer))).toMatchObject({ code: 1, counts: [0, 0, 0, 0] });
  expect(head(await ask(queryPacket('leader.mesos', TYPE.A).slice(0, 20))).code).toBe(1);
  expect(head(await ask(queryPacket('leader.mesos', TYPE.A, [...edns(512), ...edns(512)], 2))).code).toBe(1);
  const answerOfAnother = queryPacket('leader.mesos', TYPE.A);
  answerOfAnother[2] = 0x81;
  expect(await query(answerOfAnother, 'udp')).toBeUndefined();
  expect(await query(new Uint8Array(11), 'udp')).toBeUndefined();
});

test('a dot or a strange byte within a label is not a dot between labels', async () => {
  const packet = new Uint8Array([...queryPacket('', TYPE.A).slice(0, 12), 12, ...new TextEncoder().encode('leader.mesos'), 0, 0, 1, 0, 1]);
  expect(head(await ask(packet)).code).toBe(5);
  const strange = new Uint8Array([...packet.slice(0, 12), 2, 0, 255, 5, ...new TextEncoder().encode('mesos'), 0, 0, 1, 0, 1]);
  const response = await ask(strange);
  expect(head(response).code).toBe(3);
  expect([...response].slice(12, strange.length)).toEqual([...strange].slice(12));
});

test('whatever comes is survived, with an answer that fits', async () => {
  const flipped = fc
    .tuple(fc.constantFrom('many.marathon.mesos', '_leader._tcp.mesos'), fc.integer({ min: 2, max: 60 }), fc.nat(255))
    .map(([name, at, value]) => {
      const packet = queryPacket(name, TYPE.A, edns(1232));
      packet[at % packet.length] = value;
      return packet;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 600 }), flipped), async (packet) => {
      const response = await query(packet, 'udp');
      if (response instanceof Uint8Array) expect(response.length).toBeLessThanOrEqual(1232);
    }),
    { numRuns: 500 },
  );
});
