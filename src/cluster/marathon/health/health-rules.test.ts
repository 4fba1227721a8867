import { expect, test } from 'vitest';
import type { HealthResult } from '../core.ts';
import { testApp } from '../test-world.test-support.ts';
import { afterCheck, overallHealth, type CheckOutcome } from './health-rules.ts';
import { probeTarget } from './probe-target.ts';

const check = { gracePeriodSeconds: 10, maxConsecutiveFailures: 2 };
const look = (known: HealthResult | undefined, ok: boolean, second: number): CheckOutcome =>
  afterCheck(known, ok ? { ok } : { ok, cause: '503' }, check, { instanceId: 'i', startedAt: 0, now: second * 1000 });

test('failures in the grace period do not count, until there was a success', () => {
  expect(look(undefined, false, 9)).toEqual({ result: undefined, failed: false, kill: false });
  const healthy = look(undefined, true, 1).result;
  expect(look(healthy, false, 2).result).toMatchObject({ alive: false, consecutiveFailures: 1, lastFailureCause: '503' });
});

test('the failure after the maximum kills; a success begins the count anew', () => {
  const failures: CheckOutcome[] = [];
  for (const second of [11, 12, 13]) failures.push(look(failures.at(-1)?.result, false, second));
  expect(failures.map(({ kill }) => kill)).toEqual([false, false, true]);
  expect(look(failures[1]?.result, true, 14).result).toMatchObject({ alive: true, consecutiveFailures: 0 });
  const never = afterCheck(
    failures[2]?.result,
    { ok: false },
    { ...check, maxConsecutiveFailures: 0 },
    { instanceId: 'i', startedAt: 0, now: 20_000 },
  );
  expect(never).toMatchObject({ kill: false, result: { consecutiveFailures: 4, lastFailureCause: 'unknown' } });
});

test('an instance is healthy when all of its checks have passed, and unknown before', () => {
  const result = (alive: boolean): HealthResult => ({ instanceId: 'i', alive, consecutiveFailures: 0 });
  expect([
    overallHealth([], 0),
    overallHealth([result(true)], 2),
    overallHealth([result(true), result(true)], 2),
    overallHealth([result(true), result(false)], 2),
  ]).toEqual([null, null, true, false]);
});

test('a check looks at the host port, or at the container where it has an address of its own', () => {
  const mapping = { servicePort: 0, protocol: 'tcp' as const, labels: {} };
  const container = {
    type: 'DOCKER' as const,
    volumes: [],
    portMappings: [
      { ...mapping, containerPort: 79, hostPort: 0 },
      { ...mapping, containerPort: 80 },
      { ...mapping, containerPort: 81, hostPort: 0 },
    ],
  };
  const app = testApp('/a', { container, networks: [{ mode: 'container', name: 'dcos' }] });
  const timing = { gracePeriodSeconds: 1, intervalSeconds: 1, timeoutSeconds: 2, maxConsecutiveFailures: 0 };
  const instance = {
    id: 'i',
    appId: '/a',
    taskId: 't',
    version: 'v',
    condition: 'Running' as const,
    host: 'a1',
    hostPorts: [31_001, 31_002],
    ipAddresses: [{ ipAddress: '9.0.0.1', protocol: 'IPv4' }],
    health: [],
    localVolumes: [],
    goal: 'Running' as const,
    incarnation: 1,
    createdAt: 0,
    checks: 1,
  };
  expect(probeTarget(app, { protocol: 'HTTP', portIndex: 2, ...timing }, instance)).toEqual({
    kind: 'http',
    host: 'a1',
    port: 31_002,
    path: '/',
    timeoutMs: 2000,
  });
  expect(probeTarget(app, { protocol: 'TCP', portIndex: 1, ...timing }, instance)).toMatchObject({
    kind: 'tcp',
    host: '9.0.0.1',
    port: 80,
  });
  expect(probeTarget(app, { protocol: 'HTTPS', port: 8443, path: '/x', ...timing }, instance)).toMatchObject({
    kind: 'https',
    host: 'a1',
    port: 8443,
    path: '/x',
  });
  expect(probeTarget(app, { protocol: 'HTTP', portIndex: 7, ...timing }, instance)).toBeUndefined();
});
