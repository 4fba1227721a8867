import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSplicer, type Inlet, type Source } from './splice.ts';
import type { Reader } from './stream-line.ts';

// An upstream with connections that each lag behind as they like, but never by a whole interval between two heartbeats. Every event is
// told to each connection, which begins with a snapshot: the number of events before it.

interface Connection {
  inlet: Inlet;
  /** Sent, but not there yet. */
  onTheWay: (() => void)[];
  /** How much of that was sent before the last heartbeat. */
  beforeBeat: number;
  open: boolean;
}

interface Seen {
  reader: Reader;
  snapshot: number | undefined;
  events: string[];
  ended: boolean;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const bytes = (text: string): Uint8Array => encoder.encode(text);

function world() {
  const told: string[] = [];
  const connections: Connection[] = [];
  const viewers: Seen[] = [];
  const clock = { now: 0 };
  let asked = 0;

  const splicer = createSplicer<Source>(
    (inlet) => {
      asked++;
      const connection: Connection = { inlet, onTheWay: [], beforeBeat: 0, open: true };
      connections.push(connection);
      return { close: () => void (connection.open = false) };
    },
    () => clock.now,
  );
  const live = (): Connection[] => connections.filter(({ open }) => open);
  const accepted = new Set<Connection>();
  const deliver = (connection: Connection, most: number): void => {
    for (let left = most; left > 0 && connection.open; left--) {
      connection.beforeBeat = Math.max(0, connection.beforeBeat - 1);
      connection.onTheWay.shift()?.();
    }
  };
  return {
    told,
    live,
    viewers,
    clock,
    asked: () => asked,
    join(): void {
      const seen: Seen = { reader: { begin: () => {}, send: () => {}, end: () => {} }, snapshot: undefined, events: [], ended: false };
      seen.reader.begin = (record) => void (seen.snapshot = Number(decoder.decode(record)));
      seen.reader.send = (record) => {
        const text = decoder.decode(record);
        if (text !== 'beat') seen.events.push(text);
      };
      seen.reader.end = () => void (seen.ended = true);
      viewers.push(seen);
      splicer.join(seen.reader);
    },
    leave(index: number): void {
      const [seen] = viewers.splice(index % Math.max(1, viewers.length), 1);
      if (seen) splicer.leave(seen.reader);
    },
    /** The upstream takes up what was asked of it, and makes the snapshots. */
    accept(): void {
      for (const connection of live()) {
        if (accepted.has(connection)) continue;
        accepted.add(connection);
        const before = told.length;
        connection.onTheWay.push(() => connection.inlet.snapshot(bytes(String(before))));
      }
    },
    happen(event: string): void {
      told.push(event);
      for (const connection of live().filter((each) => accepted.has(each)))
        connection.onTheWay.push(() => connection.inlet.event(bytes(event)));
    },
    beat(): void {
      for (const connection of live().filter((each) => accepted.has(each))) {
        deliver(connection, connection.beforeBeat);
        connection.onTheWay.push(() => connection.inlet.heartbeat(bytes('beat')));
        connection.beforeBeat = connection.onTheWay.length;
      }
    },
    arrive(index: number, most: number): void {
      const connection = live()[index % Math.max(1, live().length)];
      if (connection) deliver(connection, most);
    },
    arriveAll(): void {
      for (const connection of live()) deliver(connection, connection.onTheWay.length);
    },
  };
}

type World = ReturnType<typeof world>;

const step = (event: (made: number) => string): fc.Arbitrary<(on: World) => void> =>
  fc.oneof(
    fc.constant((on: World) => on.join()),
    fc.constant((on: World) => on.accept()),
    fc.constant((on: World) => on.happen(event(on.told.length))),
    fc.constant((on: World) => on.beat()),
    fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 4 })).map(
      ([index, most]) =>
        (on: World) =>
          on.arrive(index, most),
    ),
    fc.nat(5).map((index) => (on: World) => on.leave(index)),
    fc.constantFrom(1_000, 6_000, 61_000).map((ms) => (on: World) => void (on.clock.now += ms)),
  );

/** Two have joined, each with a stream of its own, which are about to become one. */
function twoStreams(): World {
  const on = world();
  on.join();
  on.accept();
  on.arriveAll();
  on.happen('first');
  on.arriveAll();
  on.clock.now += 6_000;
  on.join();
  on.accept();
  return on;
}

function run(on: World, steps: readonly ((on: World) => void)[]): World {
  for (const each of steps) each(on);
  on.accept();
  on.arriveAll();
  return on;
}

test('whenever it joins, a viewer gets a snapshot and then each event after it, once and in order', () => {
  const unlike = step((made) => `event ${made}`);
  fc.assert(
    fc.property(fc.constantFrom(world, twoStreams), fc.array(unlike, { maxLength: 60 }), (begin, steps) => {
      const on = run(begin(), steps);
      for (const { snapshot = NaN, events } of on.viewers) expect(events).toEqual(on.told.slice(snapshot));
    }),
    { numRuns: 2000 },
  );
});

test('events that are alike byte for byte leave all viewers with the same state', () => {
  // an event sets one of three things, so a state is the last event about each
  const alike = step((made) => `thing ${made % 3} is ${(made * 7) % 2}`);
  const stateOf = (events: readonly string[]): Record<string, string> =>
    Object.fromEntries(events.map((event) => [event.slice(0, 7), event]));
  fc.assert(
    fc.property(fc.constantFrom(world, twoStreams), fc.array(alike, { maxLength: 60 }), (begin, steps) => {
      const on = run(begin(), steps);
      for (const { snapshot = NaN, events } of on.viewers)
        expect(stateOf([...on.told.slice(0, snapshot), ...events])).toEqual(stateOf(on.told));
    }),
    { numRuns: 2000 },
  );
});

test('after the next event, or two heartbeats of a quiet upstream, there is one stream for all', () => {
  for (const settle of [(on: World) => on.happen('and on'), (on: World) => (on.beat(), on.arriveAll(), on.beat())]) {
    const on = world();
    for (let round = 0; round < 5; round++) {
      on.join();
      on.accept();
      on.arriveAll();
      on.happen(`event ${round}`);
      on.clock.now += 6_000;
      on.join();
      on.accept();
    }
    on.arriveAll();
    settle(on);
    on.arriveAll();
    expect(on.live()).toHaveLength(1);
    on.happen('to all');
    on.arriveAll();
    for (const { snapshot = NaN, events } of on.viewers) expect(events).toEqual(on.told.slice(snapshot));
  }
});

test('a thousand who come at once cost the upstream one snapshot', () => {
  const on = world();
  for (let each = 0; each < 500; each++) on.join();
  on.accept();
  on.arriveAll();
  on.happen('something');
  on.arriveAll();
  for (let each = 0; each < 500; each++) on.join();
  expect(on.asked()).toBe(1);
  expect(on.viewers.every(({ snapshot, events }) => snapshot === 0 && events.length === 1)).toBe(true);
});

test('who keeps what is too long to keep goes on by itself, and nobody misses anything', () => {
  const on = twoStreams();
  // the second stream lags behind by more than is kept
  for (let made = 0; made < 1_500; made++) on.happen(`event ${made}`);
  on.arrive(0, 2_000);
  on.arriveAll();
  for (const { snapshot = NaN, events } of on.viewers) expect(events).toEqual(on.told.slice(snapshot));
});

test('when the upstream ends a stream, its viewers are told, and the others are not', () => {
  const on = twoStreams();
  on.live()[0]?.inlet.ended();
  on.arriveAll();
  expect(on.viewers.map(({ ended }) => ended)).toEqual([true, false]);
  on.happen('second');
  on.arriveAll();
  expect(on.viewers[1]).toMatchObject({ snapshot: 1, events: ['second'] });
});
