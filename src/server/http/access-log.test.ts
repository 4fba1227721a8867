import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { Observation } from '../../adminrouter/observe/observe.ts';
import { createLog, silentLog, type LogRecord } from '../../cluster/kernel/log.ts';
import { openAccessLog } from './access-log.ts';

const observation: Observation = {
  at: 0,
  client: '127.0.0.1',
  user: 'ann',
  method: 'GET',
  path: '/mesos/state',
  status: 200,
  bytes: 12,
  firstByteMs: 1,
  ms: 1,
  route: '/mesos',
  upstream: 'mesos',
};

test('a line a request is appended to a file that is its owner’s alone', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'access-log-'));
  try {
    const file = path.join(directory, 'access.log');
    for (const asJson of [false, true]) openAccessLog(file, { asJson, log: silentLog })(observation);
    const lines = (): string[] => readFileSync(file, 'utf8').trimEnd().split('\n').toSorted();
    await vi.waitFor(() =>
      expect(lines()).toEqual([
        '1970-01-01T00:00:00.000Z 127.0.0.1 "ann" "GET /mesos/state" 200 12 1 "/mesos" mesos',
        expect.stringContaining('"path":"/mesos/state"'),
      ]),
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a file that cannot be written is told once, and nothing fails', async () => {
  const records: LogRecord[] = [];
  const write = openAccessLog('/no/such/directory/access.log', { asJson: false, log: createLog((record) => records.push(record)) });
  write(observation);
  await vi.waitUntil(() => records.length > 0);
  write(observation);
  expect(records.map(({ message }) => message)).toEqual([expect.stringContaining('/no/such/directory/access.log cannot be written')]);
});
