import { createParser } from 'eventsource-parser';

/** Takes the bytes of a stream of server-sent events; hands over the JSON of each. What is no JSON is skipped. */
export function createEventSink(onEvent: (data: unknown) => void): (chunk: Uint8Array) => void {
  const parser = createParser({
    onEvent: (event) => {
      const data = parseJson(event.data);
      if (data !== undefined) onEvent(data);
    },
  });
  const decoder = new TextDecoder();
  return (chunk) => parser.feed(decoder.decode(chunk, { stream: true }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
