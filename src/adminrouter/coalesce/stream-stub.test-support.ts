import { expect } from 'vitest';
import type { Fetch } from '../../api/http/fetch.ts';

/** A stream that a stub was asked for. */
interface StubStream {
  request: Request;
  send(piece: string | Uint8Array): void;
  end(): void;
  fail(fault: Error): void;
}

interface StreamStub {
  fetch: Fetch;
  /** Method and path of each request so far. */
  asked: string[];
  /** The next stream that is asked for. */
  next: () => Promise<StubStream>;
}

const encoder = new TextEncoder();

/** An upstream that streams what it is told to. */
export function openStub(headers: Record<string, string>): StreamStub {
  const asked: string[] = [];
  const streams: StubStream[] = [];
  const fetch: Fetch = async (request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(`${request.method} ${pathname}${search}`);
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      streams.push({
        request,
        send: (piece) => controller.enqueue(typeof piece === 'string' ? encoder.encode(piece) : piece),
        end: () => controller.close(),
        fail: (fault) => controller.error(fault),
      });
    };
    return new Response(new ReadableStream<Uint8Array>({ start }), { headers });
  };
  return {
    fetch,
    asked,
    async next() {
      await expect.poll(() => streams.length).toBeGreaterThan(0);
      const [stream] = streams.splice(0, 1);
      if (!stream) throw new Error('No stream is asked for.');
      return stream;
    },
  };
}

/** Reads a stream of text by length. */
export function readerOf(answer: Response): { text(length: number): Promise<string> } {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  return {
    async text(length) {
      while (rest.length < length) {
        const next = await reader?.read();
        if (!next || next.done) throw new Error(`The stream ended after ${JSON.stringify(rest)}.`);
        rest += next.value;
      }
      const wanted = rest.slice(0, length);
      rest = rest.slice(length);
      return wanted;
    },
  };
}
