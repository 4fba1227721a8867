import { withBase } from '../util/http.ts';
import { heardFrom, type Source } from './sources.ts';
import { retryDelayMs } from './streams/retry-delay.ts';
import { wakeUp } from './streams/wake-up.ts';

/** A source that has been silent for so long is asked whether it is there. */
const SILENCE_MS = 1_000;
const TICK_MS = 500;
const ANSWER_MS = 3_000;
/** One question may be lost for ever while the next is answered; but browsers keep only six connections to a server. */
const MOST_ASKED = 2;
const APART_MS = 1_500;

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
  let asking = 0;
  let askedAt = -Infinity;
  let goneAt = 0;
  const askNow = async (): Promise<void> => {
    if (asking >= MOST_ASKED) return;
    asking += 1;
    const begun = Date.now();
    askedAt = begun;
    try {
      await ask(path);
      heardFrom(source);
    } catch {
      const state = freshness.current();
      // a later question may have been answered meanwhile
      if (state.kind === 'live' && state.since > begun) return;
      if (state.kind !== 'reconnecting') goneAt = begun;
      freshness.failed();
    } finally {
      asking -= 1;
    }
  };
  const tick = (): void => {
    const now = Date.now();
    if (document.visibilityState === 'hidden') return;
    freshness.passed(now);
    const state = freshness.current();
    const apart = state.kind === 'reconnecting' ? retryDelayMs(now - goneAt, Math.random) : APART_MS;
    const due = Math.max(state.kind === 'live' ? state.since + SILENCE_MS : 0, askedAt + apart);
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
