import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manualClock } from '../../kernel/clock.ts';
import { memoryStore, StoreError } from '../../kernel/store.ts';
import { countsOf, noCounts, sumCounts } from '../deployments/instance-counts.ts';
import type { InstanceRecord } from '../state.ts';
import { createFreedReservations } from '../reservations/freed-reservations.ts';
import { createInstanceTracker } from './instance-tracker.ts';

const clock = manualClock();
const condition = fc.constantFrom<InstanceRecord['condition']>('Scheduled', 'Provisioned', 'Running', 'Killing', 'Killed', 'Unreachable');
const instanceOf = (
  number: number,
  more: Pick<InstanceRecord, 'version' | 'condition' | 'goal'>,
  hostname: string | undefined,
): InstanceRecord => ({
  id: `i${number}`,
  appId: number % 2 === 0 ? '/even' : '/odd',
  taskId: `i${number}._app.1`,
  hostPorts: [],
  ipAddresses: [],
  health: [],
  localVolumes: [],
  incarnation: 1,
  createdAt: number,
  checks: 0,
  ...more,
  ...(hostname !== undefined && { placement: { hostname, attributes: {} } }),
});
const kinds = fc.record({
  version: fc.constantFrom('v1', 'v2'),
  condition,
  goal: fc.constantFrom<InstanceRecord['goal']>('Running', 'Stopped', 'Decommissioned'),
});
const record = fc
  .tuple(fc.nat(9), kinds, fc.constantFrom('a1', 'a2', undefined))
  .map(([number, kind, hostname]) => instanceOf(number, kind, hostname));
/** A change of an instance: to this record, or (undefined) its end. */
const changes = fc.array(fc.tuple(record, fc.boolean()), { maxLength: 60 });

test('counts and indexes kept up to date agree with counting anew, also after a recovery', () => {
  fc.assert(
    fc.property(changes, (sequence) => {
      const store = memoryStore();
      const tracker = createInstanceTracker(store, createFreedReservations(store, clock));
      const known = new Map<string, InstanceRecord>();
      tracker.placed('/even', 'hostname');
      for (const [after, ends] of sequence) {
        const before = known.get(after.id);
        if (ends && !before) continue;
        tracker.save([{ ...(before && { before }), ...(!ends && { after }) }]);
        if (ends) known.delete(after.id);
        else known.set(after.id, after);
        if (!before) tracker.placed(after.appId, 'hostname');
      }
      for (const seen of [tracker, createInstanceTracker(store, createFreedReservations(store, clock))]) {
        expect(seen.all().sort((a, b) => a.createdAt - b.createdAt)).toEqual([...known.values()].sort((a, b) => a.createdAt - b.createdAt));
        for (const appId of ['/even', '/odd']) {
          const own = [...known.values()].filter((instance) => instance.appId === appId);
          expect(seen.totals(appId)).toEqual(own.map(countsOf).reduce(sumCounts, noCounts()));
          const fresh = own.filter(({ version }) => version === 'v2');
          expect(seen.ofVersion(appId, 'v2')).toEqual(fresh.map(countsOf).reduce(sumCounts, noCounts()));
          const stay = fresh.filter(({ goal }) => goal === 'Running').map(({ id }) => id);
          expect(
            seen
              .staying(appId, (version) => version === 'v2')
              .map(({ id }) => id)
              .sort(),
          ).toEqual(stay.sort());
          expect(seen.waitingCount(appId)).toBe(own.filter((instance) => instance.condition === 'Scheduled').length);
          const onA1 = own.filter(({ placement }) => placement?.hostname === 'a1').length;
          expect(seen.placed(appId, 'hostname').get('a1') ?? 0).toBe(onA1);
        }
      }
    }),
  );
});

test('what can not be stored is not shown', () => {
  const refuses = {
    ...memoryStore(),
    write: () => {
      throw new StoreError('The disk is full.');
    },
  };
  const tracker = createInstanceTracker(refuses, createFreedReservations(refuses, clock));
  const [after] = fc.sample(record, 1);
  expect(() => tracker.save([{ ...(after && { after }) }])).toThrow(StoreError);
  expect(tracker.all()).toEqual([]);
});
