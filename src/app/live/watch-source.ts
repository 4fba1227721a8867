import { withBase } from '../util/http.ts';
import { heardFrom, type Source } from './sources.ts';
import { retryDelayMs } from './streams/retry-delay.ts';
import { wakeUp } from './streams/wake-up.ts';

/** A source that has been silent for so long is asked whether it is there. */
const SILENCE_MS = 1_000;
const TICK_MS = 500;
const ANSWER_MS = 4_000;

/** Asks a source for a sign of life; rejects when another one answers in its place, as a proxy does with a page of HTML. */
async function ping(path: string): Promise<void> {
  const response = await fetch(withBase(path), { signal: AbortSignal.timeout(ANSWER_MS), cache: 'no-store' });
  const text = await response.text();
  if (!response.ok || text.trimStart().startsWith('<')) throw new Error(`${path} did not answer by itself (${response.status}).`);
}

/**
 * Knows within three seconds whether a source is there, until the returned function is called: one that says nothing by itself, in a
 * stream or by answers, is asked. Nobody asks while the page is hidden.
 */
export function watchSource(source: Source, ask = ping): () => void {
  const { freshness, link, ping: path } = source;
  let asking = false;
  let askedAt = -Infinity;
  let goneAt = 0;
  const askNow = async (): Promise<void> => {
    if (asking) return;
    asking = true;
    askedAt = Date.now();
    try {
      await ask(path);
      heardFrom(source);
    } catch {
      if (freshness.current().kind !== 'reconnecting') goneAt = Date.now();
      freshness.failed();
    } finally {
      asking = false;
    }
  };
  const tick = (): void => {
    const now = Date.now();
    if (document.visibilityState === 'hidden') return;
    freshness.passed(now);
    const state = freshness.current();
    const due =
      state.kind === 'live'
        ? Math.max(state.since, askedAt) + SILENCE_MS
        : askedAt + (state.kind === 'connecting' ? SILENCE_MS : retryDelayMs(now - goneAt, Math.random));
    if (now >= due) void askNow();
  };
  const timer = setInterval(tick, TICK_MS);
  // a stream that ends says most of the time that its server did
  const unsubscribe = link.subscribe(() => {
    if (link.current().kind === 'reconnecting') void askNow();
  });
  const unwake = wakeUp.subscribe(() => {
    if (freshness.current().kind === 'reconnecting') void askNow();
  });
  void askNow();
  return () => {
    clearInterval(timer);
    unsubscribe();
    unwake();
  };
}
