import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nthRun, readPeriod, readSchedule, startOf } from '../../api/chronos/schedule.ts';
import { memoryStore, type Store } from '../kernel/store.ts';
import { testWorld } from './test-world.test-support.ts';

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Australia/Lord_Howe', ''];
const PERIODS = ['PT6H', 'P1D', 'P1W', 'P1M', 'PT13H30M', 'P2DT5H'];
const START = '2024-01-01T00:00:00Z';
const DAY = 86_400_000;

/** The instants from the start of the test on at which a schedule is due, by the calendar alone. */
function dueInstants(schedule: string, zone: string, until: number): number[] {
  const read = readSchedule(schedule);
  if ('problem' in read) throw new Error(read.problem);
  const first = startOf(read.schedule, zone, 0);
  const period = readPeriod(read.schedule.period);
  if (!period) throw new Error(schedule);
  const instants: number[] = [];
  for (let n = 0; ; n++) {
    const at = nthRun(first, period, n).epochMilliseconds;
    if (at > until) return instants;
    instants.push(at);
  }
}

const jobs = fc.array(
  fc.record({
    zone: fc.constantFrom(...ZONES),
    period: fc.constantFrom(...PERIODS),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.constantFrom(0, 15, 30, 59),
  }),
  { minLength: 1, maxLength: 6 },
);

it('each due instant has exactly one run, over a year, changes of clocks and crashes at any write', async () => {
  await fc.assert(
    fc.asyncProperty(jobs, fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 8 }), async (specs, deaths) => {
      const memory = memoryStore();
      let lastWrite = 0;
      const store: Store = {
        ...memory,
        write(batch) {
          lastWrite = world.clock.now();
          memory.write(batch);
        },
      };
      const world = testWorld({ start: START, store });
      /** From a crash, which comes with a write, until Chronos is back. */
      const absences: { from: number; until: number }[] = [];
      const schedules = specs.map(({ zone, period, hour, minute }, index) => ({
        name: `job${index}`,
        zone,
        schedule: `R/2024-01-02T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00/${period}`,
      }));
      for (const { name, schedule, zone } of schedules) world.scheduled(name, schedule, { scheduleTimeZone: zone });
      const launched = new Map<string, number>();
      const seen = new Set<string>();
      const note = (): void => {
        for (const taskId of world.mesos.tasks.keys()) {
          if (seen.has(taskId)) continue;
          seen.add(taskId);
          const [, due = '', , job = ''] = taskId.split(':');
          launched.set(`${job} ${due}`, (launched.get(`${job} ${due}`) ?? 0) + 1);
        }
      };
      for (const writes of [...deaths, Infinity]) {
        world.dieAfterWrites(writes);
        for (let step = 0; step < 40 && world.alive; step++) await world.clock.advance(DAY);
        if (!world.alive) {
          absences.push({ from: lastWrite, until: world.clock.now() });
          world.restart();
          await world.settle();
        }
        note();
      }
      await world.clock.advance(DAY);
      note();
      const now = world.clock.now();
      const expected = schedules.flatMap(({ name, schedule, zone }) => dueInstants(schedule, zone, now).map((at) => `${name} ${at}`));
      for (const [instant, times] of launched) {
        expect(times, instant).toBe(1);
        expect(expected, instant).toContain(instant);
      }
      // What was due while nobody was there is made up for by one run.
      const leftOut = expected.filter((instant) => !launched.has(instant)).map((instant) => Number(instant.split(' ')[1]));
      expect(leftOut.filter((at) => !absences.some(({ from, until }) => from < at && at <= until))).toEqual([]);
      expect(world.mesos.faults).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);
