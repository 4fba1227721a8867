import { createParser } from 'eventsource-parser';

/** When events of Marathon reach a client that does nothing else. */
export interface EventArrivals {
  /** Milliseconds since the epoch at which the next event about an app arrives, from now on. */
  next(appId: string): Promise<number>;
  close(): void;
}

export async function listenToEvents(url: string): Promise<EventArrivals> {
  const stopped = new AbortController();
  const response = await fetch(`${url}/service/marathon/v2/events?plan-format=light`, {
    headers: { accept: 'text/event-stream' },
    signal: stopped.signal,
  });
  if (response.body === null) throw new Error('Marathon gave no stream of events.');
  const waiting = new Map<string, (at: number) => void>();
  const parser = createParser({
    onEvent({ data }) {
      const at = Date.now();
      for (const [appId, tell] of waiting) {
        if (!data.includes(`"${appId}"`)) continue;
        waiting.delete(appId);
        tell(at);
      }
    },
  });
  const decoder = new TextDecoder();
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    for await (const chunk of body) parser.feed(decoder.decode(chunk, { stream: true }));
  };
  read(response.body).catch(() => undefined);
  return {
    next: (appId) => new Promise((resolve) => waiting.set(appId, resolve)),
    close: () => stopped.abort(),
  };
}
