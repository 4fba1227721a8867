import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { matchOf, type Pattern } from './log-pattern.ts';
import { createTextMatcher, LIMIT_MS, type MatchAnswer, type MatchRequest, type MatchWorker, RunawayExpression } from './text-matcher.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const regex = (source: string): Pattern => ({ kind: 'pattern', expression: new RegExp(source, 'gu'), literal: false });
const never = new AbortController().signal;

/** Workers that answer when they are told to, as their program would. */
function fakeWorkers() {
  const started: { asked: MatchRequest[]; ended: boolean; say: (answer: MatchAnswer) => void; answer: () => void }[] = [];
  const start = (): MatchWorker => {
    const listeners: ((event: { data: MatchAnswer }) => void)[] = [];
    const asked: MatchRequest[] = [];
    const say = (data: MatchAnswer): void => listeners.splice(0).forEach((listener) => listener({ data }));
    const answer = (): void => {
      const request = asked.at(-1);
      if (request) say({ kind: 'matched', matches: request.texts.map((text) => matchOf(text, request.expression)) });
    };
    const fake = { asked, ended: false, say, answer };
    started.push(fake);
    return {
      postMessage: (request) => void asked.push(request),
      terminate: () => (fake.ended = true),
      addEventListener: (type: string, listener: (event: never) => void) =>
        void (type === 'message' && listeners.push(listener as (event: { data: MatchAnswer }) => void)),
    };
  };
  return { start, started };
}

const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

it('matches a text to the letter without any worker', async () => {
  const matcher = createTextMatcher(() => {
    throw new Error('not needed');
  });
  const literal: Pattern = { kind: 'pattern', expression: /b/gu, literal: true };
  expect(await matcher.match(['abc', 'x'], literal, never)).toEqual([[{ from: 1, to: 2 }], undefined]);
});

it('asks one thing after the other of one worker, once that is loaded', async () => {
  const { start, started } = fakeWorkers();
  const matcher = createTextMatcher(start);
  const first = matcher.match(['one'], regex('n'), never);
  const second = matcher.match(['two'], regex('n'), never);
  await vi.advanceTimersByTimeAsync(10 * LIMIT_MS);
  const [worker] = started;
  expect(worker?.asked).toEqual([]);
  worker?.say({ kind: 'ready' });
  await settle();
  expect(worker?.asked).toHaveLength(1);
  worker?.answer();
  expect(await first).toEqual([[{ from: 1, to: 2 }]]);
  await settle();
  worker?.answer();
  expect(await second).toEqual([undefined]);
  expect(started).toHaveLength(1);
});

it('gives up an expression that runs away, and goes on with a new worker', async () => {
  const { start, started } = fakeWorkers();
  const matcher = createTextMatcher(start);
  const runaway = matcher.match(['aaaa!'], regex('(a+)+$'), never).catch((error: unknown) => error);
  await settle();
  started[0]?.say({ kind: 'ready' });
  await vi.advanceTimersByTimeAsync(LIMIT_MS);
  expect(await runaway).toBeInstanceOf(RunawayExpression);
  expect(started[0]?.ended).toBe(true);
  const next = matcher.match(['b'], regex('b'), never);
  await settle();
  started[1]?.say({ kind: 'ready' });
  await settle();
  started[1]?.answer();
  expect(await next).toEqual([[{ from: 0, to: 1 }]]);
});

it('ends what nobody waits for any more', async () => {
  const { start, started } = fakeWorkers();
  const matcher = createTextMatcher(start);
  const given = new AbortController();
  const answer = matcher.match(['a'], regex('a'), given.signal).catch((error: unknown) => error);
  await settle();
  started[0]?.say({ kind: 'ready' });
  await settle();
  given.abort(new Error('typed on'));
  expect(await answer).toMatchObject({ message: 'typed on' });
  expect(started[0]?.ended).toBe(true);
});
