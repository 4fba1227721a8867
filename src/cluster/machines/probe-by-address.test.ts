import { expect, test } from 'vitest';
import type { Machine } from './machine.ts';
import { probeByAddress } from './probe-by-address.ts';

test('a machine is reached where its ports really are, any other host as it is', async () => {
  const asked: string[] = [];
  const machine = {
    name: 'a1',
    ip: '192.168.65.111',
    cpus: 1,
    memory: 1024,
    memoryReserved: 0,
    type: 'agent-private',
    aliases: [],
  } as const;
  const a1: Machine = { ...machine, aliases: [], address: { name: 'a1', ip: '192.168.65.111', address: '127.0.65.111' } };
  const probe = probeByAddress(
    (ip) => (ip === a1.ip ? a1 : undefined),
    ({ host }) => {
      asked.push(host);
      return Promise.resolve({ ok: true });
    },
  );
  for (const host of ['192.168.65.111', '172.17.0.2']) await probe({ kind: 'tcp', host, port: 1, path: '', timeoutMs: 1 });
  expect(asked).toEqual(['127.0.65.111', '172.17.0.2']);
});
