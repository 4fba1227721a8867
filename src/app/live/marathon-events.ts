import { createParser } from 'eventsource-parser';

/** How the page hears from Marathon. `attempt` counts connections that failed in a row, from 1. */
export type LinkState = { kind: 'connecting' } | { kind: 'live' } | { kind: 'reconnecting'; attempt: number };

export interface EventLink {
  /** Opens the stream; the promise settles when the headers are there. */
  open: (signal: AbortSignal) => Promise<Response>;
  /** Called at each (re)connection: whatever happened before it has been missed. */
  onOpen: () => void;
  onEvent: (data: unknown) => void;
  onState: (state: LinkState) => void;
  random?: () => number;
}

/** Marathon beats every 10 s (`--event_stream_heartbeat`); three beats missed means that nobody is there. */
const SILENCE_MS = 35_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;

/** Follows an event stream for ever, over every failure, until the returned function is called. */
export function followEvents(link: EventLink): () => void {
  const stopped = new AbortController();
  void reconnectUntil(stopped.signal, link);
  return () => stopped.abort();
}

async function reconnectUntil(stopped: AbortSignal, link: EventLink): Promise<void> {
  let attempt = 0;
  link.onState({ kind: 'connecting' });
  while (!stopped.aborted) {
    const wasLive = await readOnce(stopped, link);
    if (stopped.aborted) return;
    attempt = wasLive ? 1 : attempt + 1;
    link.onState({ kind: 'reconnecting', attempt });
    await pause(retryDelayMs(attempt, link.random ?? Math.random), stopped);
  }
}

/** Doubles up to half a minute; the random half keeps the pages of a whole team from coming back at the same instant. */
export function retryDelayMs(attempt: number, random: () => number): number {
  const longest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempt - 1));
  return longest * (0.5 + random() / 2);
}

/** One connection, to its end. True when it had been up. */
async function readOnce(stopped: AbortSignal, link: EventLink): Promise<boolean> {
  const connection = new AbortController();
  const stop = (): void => connection.abort();
  stopped.addEventListener('abort', stop);
  let watchdog = setTimeout(stop, SILENCE_MS);
  const alive = (): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(stop, SILENCE_MS);
  };
  let live = false;
  try {
    const response = await link.open(connection.signal);
    if (!response.ok || response.body === null || !isEventStream(response)) return false;
    live = true;
    link.onState({ kind: 'live' });
    link.onOpen();
    await readEvents(response.body, connection.signal, alive, link.onEvent);
  } catch {
    // A broken connection is no news: the caller shows it as a state and tries again.
  } finally {
    clearTimeout(watchdog);
    stopped.removeEventListener('abort', stop);
    connection.abort();
  }
  return live;
}

/** A login page or a proxy's error page also answers 200. */
const isEventStream = (response: Response): boolean => response.headers.get('content-type')?.includes('text/event-stream') === true;

async function readEvents(
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  alive: () => void,
  onEvent: (data: unknown) => void,
): Promise<void> {
  const parser = createParser({
    onEvent: (event) => {
      const data = parseJson(event.data);
      if (data !== undefined) onEvent(data);
    },
  });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel, { once: true });
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    alive();
    parser.feed(decoder.decode(value, { stream: true }));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
