import { expect, test } from 'vitest';
import { validateApp } from './app.ts';
import type { AppDefinition } from './definition.ts';
import { checkResidentChange } from './resident-rules.ts';

const volume = (change: object = {}) => ({ containerPath: 'data', mode: 'RW', persistent: { size: 10, ...change } });
const container = (...volumes: object[]) => ({ type: 'MESOS', volumes });
const BODY = { id: '/db', cmd: 'sleep 1', cpus: 0.1, mem: 32, container: container(volume()) };

function resident(change: object = {}): AppDefinition {
  const checked = validateApp({ ...BODY, ...change });
  if (!checked.ok) throw new Error(JSON.stringify(checked.error));
  return checked.app;
}

const pathsOf = (change: object): string[] | undefined => {
  const checked = validateApp({ ...BODY, ...change });
  return checked.ok ? undefined : checked.error.details.map(({ path }) => path);
};

test('an app with a persistent volume is resident by default', () => {
  expect(resident()).toMatchObject({
    residency: { relaunchEscalationTimeoutSeconds: 3600, taskLostBehavior: 'WAIT_FOREVER' },
    upgradeStrategy: { minimumHealthCapacity: 0.5, maximumOverCapacity: 0 },
    unreachableStrategy: 'disabled',
  });
});

test.each([
  [
    'instances beyond what is wished for',
    { upgradeStrategy: { minimumHealthCapacity: 0.5, maximumOverCapacity: 0.5 } },
    '/upgradeStrategy/maximumOverCapacity',
  ],
  ['residency without a volume', { container: container(), residency: {} }, '/'],
  ['residency without a container', { container: null, residency: {} }, '/'],
  ['a volume below a directory', { container: container({ ...volume(), containerPath: 'a/b' }) }, '/container/volumes(0)/containerPath'],
  ['a volume of no size', { container: container(volume({ size: 0 })) }, '/container/volumes(0)/persistent/size'],
])('%s is refused', (_, change, path) => {
  expect(pathsOf(change)).toEqual([path]);
});

const faults = (change: object, force = false): string[] =>
  checkResidentChange(resident(), resident(change), force).map(({ path }) => path);

test('what is reserved cannot be changed, all else can', () => {
  expect(faults({ cmd: 'sleep 2', env: { A: 'b' }, instances: 5, labels: { a: 'b' } })).toEqual([]);
  for (const change of [
    { cpus: 1 },
    { mem: 64 },
    { disk: 1 },
    { portDefinitions: [] },
    { portDefinitions: [{ port: 31_000 }], requirePorts: true },
  ])
    expect([change, faults(change)]).toEqual([change, ['/']]);
  expect(faults({ portDefinitions: [{ port: 12_345 }] })).toEqual([]);
});

test('volumes cannot be changed, added or taken away', () => {
  const other = { containerPath: 'logs', mode: 'RW', persistent: { size: 1 } };
  expect(faults({ container: container(volume({ size: 11 })) })).toEqual(['/']);
  expect(faults({ container: container(volume(), other) })).toEqual(['/']);
  const both = resident({ container: container(volume(), other) });
  expect(checkResidentChange(both, resident({ container: container(other, volume()) }), false)).toEqual([]);
  const { container: _container, ...plain } = BODY;
  const without = validateApp(plain);
  expect(without.ok && checkResidentChange(resident(), without.app, false).map(({ path }) => path)).toEqual(['/']);
  expect(without.ok && checkResidentChange(without.app, resident(), true).map(({ path }) => path)).toEqual(['/']);
});

test('a role is changed by force alone', () => {
  const inGroup = (role?: string): AppDefinition => resident({ id: '/dev/db', ...(role && { role }) });
  expect(checkResidentChange(inGroup(), inGroup('dev'), false).map(({ path }) => path)).toEqual(['/role']);
  expect(checkResidentChange(inGroup(), inGroup('dev'), true)).toEqual([]);
});
