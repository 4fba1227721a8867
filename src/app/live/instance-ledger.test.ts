import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createInstanceLedger } from './instance-ledger.ts';
import { appDetailSchema, type AppDetail } from './marathon-wire.ts';

const instance = (n: number): string => `redis.instance-00000000-0000-4000-8000-00000000000${n}`;
const changed = (n: number, condition: string) => ({
  eventType: 'instance_changed_event',
  runSpecId: '/redis',
  instanceId: instance(n),
  condition,
});
const health = (n: number, healthy: boolean | null) => ({
  eventType: 'instance_health_changed_event',
  runSpecId: '/redis',
  instanceId: instance(n),
  healthy,
});
const app = (tasks: Record<string, unknown>[]): AppDetail =>
  appDetailSchema.parse({ id: '/redis', tasks: tasks.map((task) => ({ appId: '/redis', ...task })) });
const running = (n: number, alive?: boolean) => ({
  id: `${instance(n)}._app.1`,
  state: 'TASK_RUNNING',
  ...(alive !== undefined && { healthCheckResults: [{ alive }] }),
});

it('asks for an app that it has not been told of', () => {
  expect(createInstanceLedger().note(changed(1, 'Running'))).toEqual({ kind: 'unknown', appId: '/redis' });
});

it('counts by events what was read once', () => {
  const ledger = createInstanceLedger();
  ledger.read('/redis', app([running(1, true), running(2, false)]));
  expect(ledger.toldOf('/redis')).toEqual({ tasksStaged: 0, tasksRunning: 2, tasksHealthy: 1, tasksUnhealthy: 1 });
  expect(ledger.note(changed(3, 'Staging'))).toEqual({ kind: 'told', appId: '/redis' });
  ledger.note(changed(2, 'Killing'));
  expect(ledger.toldOf('/redis')).toEqual({ tasksStaged: 1, tasksRunning: 1, tasksHealthy: 1, tasksUnhealthy: 0 });
  ledger.note(changed(3, 'Running'));
  ledger.note(health(3, true));
  expect(ledger.toldOf('/redis')).toEqual({ tasksStaged: 0, tasksRunning: 2, tasksHealthy: 2, tasksUnhealthy: 0 });
});

it('remembers the last failure', () => {
  const ledger = createInstanceLedger();
  ledger.read('/redis', app([running(1)]));
  ledger.note({
    eventType: 'status_update_event',
    appId: '/redis',
    taskId: `${instance(1)}._app.1`,
    taskStatus: 'TASK_FAILED',
    host: 'a1',
    message: 'Out of memory',
    slaveId: 'S1',
    timestamp: '2016-05-01T00:00:00.000Z',
  });
  expect(ledger.toldOf('/redis')?.lastTaskFailure).toMatchObject({ state: 'TASK_FAILED', message: 'Out of memory', host: 'a1' });
});

it.each([
  { eventType: 'status_update_event', appId: '/redis', taskId: 'redis.1234', taskStatus: 'TASK_RUNNING', timestamp: '' },
  { eventType: 'health_status_changed_event', appId: '/redis', taskId: 'redis.1234', alive: true },
  { eventType: 'deployment_success' },
  'nonsense',
])('leaves %j to others', (event) => {
  expect(createInstanceLedger().note(event)).toEqual({ kind: 'other' });
});

it('knows nothing of an app that is gone, and of none after events were missed', () => {
  const ledger = createInstanceLedger();
  ledger.read('/redis', app([]));
  ledger.read('/redis', undefined);
  expect(ledger.toldOf('/redis')).toBeUndefined();
  ledger.read('/redis', app([]));
  ledger.clear();
  expect(ledger.toldOf('/redis')).toBeUndefined();
});

const CONDITIONS = ['Scheduled', 'Provisioned', 'Staging', 'Starting', 'Running', 'Killing', 'Failed', 'Unreachable'];
const STATES: Record<string, string> = {
  Provisioned: 'TASK_STAGING',
  Staging: 'TASK_STAGING',
  Starting: 'TASK_STARTING',
  Running: 'TASK_RUNNING',
};

it('ends as an app that is read anew, whatever happens and wherever events are missed', () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: fc.record({ n: fc.nat(4), condition: fc.constantFrom(...CONDITIONS) }) },
    { weight: 2, arbitrary: fc.record({ n: fc.nat(4), healthy: fc.option(fc.boolean()) }) },
    { weight: 1, arbitrary: fc.constant('cut' as const) },
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const truth = new Map<number, { condition: string; healthy: boolean | undefined }>();
      const answer = (): AppDetail =>
        app(
          [...truth].flatMap(([n, { condition, healthy }]) => {
            const state = STATES[condition];
            return state === undefined
              ? []
              : [{ id: `${instance(n)}._app.1`, state, healthCheckResults: healthy === undefined ? [] : [{ alive: healthy }] }];
          }),
        );
      const ledger = createInstanceLedger();
      const tell = (event: unknown): void => {
        if (ledger.note(event).kind === 'unknown') ledger.read('/redis', answer());
      };
      ledger.read('/redis', answer());
      for (const one of steps) {
        if (one === 'cut') ledger.clear();
        else if ('condition' in one) {
          const before = truth.get(one.n);
          truth.set(one.n, { condition: one.condition, healthy: one.condition === 'Running' ? before?.healthy : undefined });
          tell(changed(one.n, one.condition));
        } else if (truth.get(one.n)?.condition === 'Running') {
          truth.set(one.n, { condition: 'Running', healthy: one.healthy ?? undefined });
          tell(health(one.n, one.healthy));
        }
      }
      const fresh = createInstanceLedger();
      fresh.read('/redis', answer());
      const told = ledger.toldOf('/redis');
      if (told !== undefined) expect(told).toEqual(fresh.toldOf('/redis'));
    }),
    { numRuns: 300 },
  );
});
