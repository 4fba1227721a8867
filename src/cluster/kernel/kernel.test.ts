import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { every, manualClock, realClock } from './clock.ts';
import { createIds } from './ids.ts';
import { createLog, type LogRecord, type LogThreshold } from './log.ts';
import { createMailbox } from './mailbox.ts';
import { seededRandom } from './random.ts';
import { memoryStore } from './store.ts';

test('the real clock keeps to waits that are longer than a timer of the runtime can be', () => {
  vi.useFakeTimers();
  try {
    const DAY = 86_400_000;
    const seen: string[] = [];
    const clock = realClock();
    clock.after(60 * DAY, () => seen.push('in sixty days'));
    clock.after(Infinity, () => seen.push('never'));
    clock.after(50 * DAY, () => seen.push('cancelled')).cancel();
    vi.advanceTimersByTime(60 * DAY - 1);
    expect(seen).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(seen).toEqual(['in sixty days']);
  } finally {
    vi.useRealTimers();
  }
});

describe('the manual clock', () => {
  test('runs what is due in order of time, ties in the order they were set', async () => {
    const clock = manualClock(1000);
    const seen: string[] = [];
    const note = (what: string) => () => seen.push(`${what}@${clock.now()}`);
    clock.after(20, note('late'));
    clock.after(10, note('first'));
    clock.after(10, note('second'));
    const never = clock.after(15, note('cancelled'));
    never.cancel();
    clock.after(10, () => clock.after(0, note('from within')));
    await clock.advance(19);
    expect(seen).toEqual(['first@1010', 'second@1010', 'from within@1010']);
    expect(clock.now()).toBe(1019);
    await clock.advance(1);
    expect(seen.at(-1)).toBe('late@1020');
  });

  test('lets promises settle between timers', async () => {
    const clock = manualClock(0);
    const seen: string[] = [];
    clock.after(1, () => void Promise.resolve().then(() => seen.push('reaction')));
    clock.after(2, () => seen.push('timer'));
    await clock.advance(5);
    expect(seen).toEqual(['reaction', 'timer']);
  });

  test('repeats until cancelled', async () => {
    const clock = manualClock(0);
    const seen: number[] = [];
    const timer = every(clock, 10, () => seen.push(clock.now()));
    await clock.advance(35);
    timer.cancel();
    await clock.advance(100);
    expect(seen).toEqual([10, 20, 30]);
  });
});

test('a real clock that is sped up runs its timers early and counts fast', async () => {
  const clock = realClock(1000);
  const before = clock.now();
  await new Promise<void>((resolve) => {
    clock.after(5000, resolve);
  });
  expect(clock.now() - before).toBeGreaterThanOrEqual(4000);
});

describe('seeded chance', () => {
  test('repeats itself for a seed, and stays within what was asked', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(100), (seed, low, width) => {
        const [one, two] = [seededRandom(seed), seededRandom(seed)];
        for (let i = 0; i < 20; i++) {
          const value = one.int(low, low + width);
          expect(value).toBe(two.int(low, low + width));
          expect(value).toBeGreaterThanOrEqual(low);
          expect(value).toBeLessThanOrEqual(low + width);
        }
      }),
    );
  });
});

describe('ids', () => {
  const UUID = (version: number): RegExp => new RegExp(`^[0-9a-f]{8}-[0-9a-f]{4}-${version}[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`);

  test('are UUIDs of their version, and unique even within one millisecond', () => {
    const ids = createIds(manualClock(), seededRandom(1));
    const made = Array.from({ length: 1000 }, () => [ids.uuid(), ids.timeUuid()] as const);
    for (const [random, timed] of made) {
      expect(random).toMatch(UUID(4));
      expect(timed).toMatch(UUID(1));
    }
    expect(new Set(made.flat()).size).toBe(2000);
  });

  test('carry their time as RFC 4122 says', () => {
    // the RFC's own namespace id 6ba7b810-9dad-11d1-… was made in this millisecond, 1832 steps of 100 ns into it
    const timed = createIds(manualClock(Date.UTC(1998, 1, 4, 22, 13, 53, 151)), seededRandom(1)).timeUuid();
    expect(timed.slice(0, 18)).toBe('6ba7b0f0-9dad-11d1');
  });
});

describe('the mailbox', () => {
  test('delivers in order, one at a time, and never within the post', async () => {
    const faults: unknown[] = [];
    const mailbox = createMailbox((fault) => faults.push(fault));
    const seen: string[] = [];
    mailbox.post(() => {
      seen.push('a begins');
      mailbox.post(() => seen.push('c'));
      seen.push('a ends');
    });
    mailbox.post(() => seen.push('b'));
    expect(seen).toEqual([]);
    await Promise.resolve();
    expect(seen).toEqual(['a begins', 'a ends', 'b', 'c']);
    expect(faults).toEqual([]);
  });

  test('goes on after a delivery that throws, and tells', async () => {
    const faults: unknown[] = [];
    const mailbox = createMailbox((fault) => faults.push(fault));
    const seen: string[] = [];
    mailbox.post(() => {
      throw new Error('broken');
    });
    mailbox.post(() => seen.push('next'));
    await Promise.resolve();
    expect(seen).toEqual(['next']);
    expect(faults).toEqual([new Error('broken')]);
    mailbox.post(() => seen.push('later'));
    await Promise.resolve();
    expect(seen).toEqual(['next', 'later']);
  });
});

describe('the memory store', () => {
  test('keeps copies, sorted by key, and comes back from its snapshot', () => {
    const store = memoryStore();
    const app = { id: '/a', cpus: 1 };
    store.write([
      { collection: 'apps', key: 'b', value: 2 },
      { collection: 'apps', key: 'a', value: app },
    ]);
    app.cpus = 99;
    expect(store.list('apps')).toEqual([
      ['a', { id: '/a', cpus: 1 }],
      ['b', 2],
    ]);
    const again = memoryStore(store.snapshot());
    store.write([{ collection: 'apps', key: 'a', value: undefined }]);
    expect(store.read('apps', 'a')).toBeUndefined();
    expect(again.read('apps', 'a')).toEqual({ id: '/a', cpus: 1 });
  });
});

test('a log speaks with the name of its source', () => {
  const records: LogRecord[] = [];
  createLog((record) => records.push(record))
    .as('marathon@m1')
    .warn('No leader yet.', { tries: 3 });
  expect(records).toEqual([{ level: 'warn', source: 'marathon@m1', message: 'No leader yet.', fields: { tries: 3 } }]);
});

test('a log leaves out what is below its threshold, which may change', () => {
  const written: string[] = [];
  const log = createLog(({ level }) => written.push(level));
  let threshold: LogThreshold = 'debug';
  const own = log.at(() => threshold).as('other');
  for (const least of ['debug', 'warn', 'off'] as const) {
    threshold = least;
    for (const level of ['debug', 'info', 'warn', 'error'] as const) own[level](level);
    written.push('|');
  }
  log.debug('a log without a threshold of its own');
  log.info('begins here');
  expect(written.join(' ')).toBe('debug info warn error | warn error | | info');
});
