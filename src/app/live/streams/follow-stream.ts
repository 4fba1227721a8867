import { retryDelayMs } from './retry-delay.ts';
import { pause } from './wake-up.ts';

/**
 * How a page hears from a stream. `attempt` counts connections that failed in a row, from 1. `absent`: there is none to be had here (an
 * old server, a proxy that holds it back), so what it would tell has to be asked for.
 */
export type LinkState = { kind: 'connecting' } | { kind: 'live' } | { kind: 'reconnecting'; attempt: number } | { kind: 'absent' };

export interface StreamSource {
  /** Opens the stream; the promise settles when the headers are there. */
  open: (signal: AbortSignal) => Promise<Response>;
  /** What the content type has to contain: a login page or a proxy's error page also answers 200. */
  mediaType: string;
  /** Called for each connection once it has begun to speak; takes its bytes. A throw ends the connection as a fault. */
  begin: () => (chunk: Uint8Array) => void | Promise<void>;
  /** Longest silence of a living stream, in milliseconds; asked again at each sign of life. */
  silenceMs: () => number;
  onState: (state: LinkState) => void;
  /** Bytes came: the other side is there. */
  onAlive?: () => void;
  /** Whether the server answers other questions: when it does, and only the stream fails again and again, there is none to be had. */
  isAnswering?: () => boolean;
  /** Calls its listener when a stream that is silent should be doubted. */
  onDoubt?: (listener: () => void) => () => void;
  random?: () => number;
}

/** The headers of an answer; and its first byte, which both products send at once. */
const HEADERS_MS = 5_000;
const FIRST_BYTE_MS = 12_000;
/** Where there was no stream, one may come with an update of the server or the proxy. */
const ABSENT_RETRY_MS = 60_000;
/** A doubted stream that has spoken within this time is alive. */
const LATELY_MS = 2_000;
/** So many failures in a row of the stream alone. */
const FAILURES_OF_THE_STREAM = 6;
/** Answers of a server that has no such stream. */
const ABSENT: ReadonlySet<number> = new Set([404, 405, 501]);

/** `ended`: it had been up. */
type Outcome = 'ended' | 'failed' | 'absent';

/** Follows a stream for ever, over every failure, until the returned function is called. */
export function followStream(source: StreamSource): () => void {
  const stopped = new AbortController();
  void reconnectUntil(stopped.signal, source);
  return () => stopped.abort();
}

async function reconnectUntil(stopped: AbortSignal, source: StreamSource): Promise<void> {
  let attempt = 0;
  let goneAt = Date.now();
  source.onState({ kind: 'connecting' });
  while (!stopped.aborted) {
    const outcome = await readOnce(stopped, source);
    if (stopped.aborted) return;
    if (outcome === 'ended') goneAt = Date.now();
    attempt = outcome === 'failed' ? attempt + 1 : 1;
    const isAbsent = outcome === 'absent' || (attempt >= FAILURES_OF_THE_STREAM && source.isAnswering?.() === true);
    source.onState(isAbsent ? { kind: 'absent' } : { kind: 'reconnecting', attempt });
    const delay = isAbsent ? ABSENT_RETRY_MS : retryDelayMs(Date.now() - goneAt, source.random ?? Math.random);
    await pause(delay, stopped);
  }
}

/** Aborts when nothing has reset it for so long. */
function createWatchdog(abort: () => void): { reset: (ms: number) => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => clearTimeout(timer);
  return {
    stop,
    reset: (ms) => {
      stop();
      timer = setTimeout(abort, ms);
    },
  };
}

/** One connection, to its end. */
async function readOnce(stopped: AbortSignal, source: StreamSource): Promise<Outcome> {
  const connection = new AbortController();
  const stop = (): void => connection.abort();
  stopped.addEventListener('abort', stop);
  const watchdog = createWatchdog(stop);
  let heardAt = Date.now();
  const undoubt = source.onDoubt?.(() => {
    if (Date.now() - heardAt > LATELY_MS) stop();
  });
  let outcome: Outcome = 'failed';
  try {
    watchdog.reset(HEADERS_MS);
    const response = await source.open(connection.signal);
    if (ABSENT.has(response.status)) return 'absent';
    if (!response.ok || response.body === null || response.headers.get('content-type')?.includes(source.mediaType) !== true)
      return 'failed';
    outcome = 'absent';
    watchdog.reset(FIRST_BYTE_MS);
    let take: ((chunk: Uint8Array) => void | Promise<void>) | undefined;
    for await (const chunk of chunksOf(response.body, connection.signal)) {
      outcome = 'ended';
      heardAt = Date.now();
      watchdog.stop();
      source.onAlive?.();
      if (take === undefined) source.onState({ kind: 'live' });
      take ??= source.begin();
      await take(chunk);
      watchdog.reset(source.silenceMs());
    }
    // an empty answer that ends is a broken one, unlike one that is held back
    return outcome === 'absent' && !connection.signal.aborted ? 'failed' : outcome;
  } catch {
    // A broken connection is no news: the caller shows it as a state and tries again.
    return outcome;
  } finally {
    watchdog.stop();
    undoubt?.();
    stopped.removeEventListener('abort', stop);
    connection.abort();
  }
}

/** The pieces of a body until it ends, fails or is given up. */
async function* chunksOf(body: ReadableStream<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
