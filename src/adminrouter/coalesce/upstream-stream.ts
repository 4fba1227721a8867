import type { SharingMeter } from '../observe/router-metrics.ts';
import { readWhole } from '../read-whole.ts';
import type { Source } from './splice.ts';

/** What an upstream answered when it was asked for a stream, as each viewer is told it. */
type Opened = { streams: true; headers: Headers } | { streams: false; refusal: () => Response };

export interface UpstreamStream extends Source {
  /** Rejects when the upstream cannot be reached. */
  readonly opened: Promise<Opened>;
}

interface StreamOptions {
  ask: (signal: AbortSignal) => Promise<Response>;
  isStream: (answer: Response) => boolean;
  /** The bytes as they come. What it throws ends the stream. */
  take: (chunk: Uint8Array) => void;
  meter: SharingMeter | undefined;
  /** The stream is over: a fault tells that it broke. Not after `close`. */
  onEnd: (fault?: unknown) => void;
}

/** A longer refusal is cut: it is a sentence or a page. */
const LONGEST_REFUSAL_BYTES = 1024 * 1024;

/** Asks an upstream for a stream once, for many, and reads it to its end or until it is closed. */
export function openUpstreamStream({ ask, isStream, take, onEnd, meter }: StreamOptions): UpstreamStream {
  const abort = new AbortController();
  const end = (fault?: unknown): void => {
    if (!abort.signal.aborted) onEnd(fault);
    abort.abort();
  };
  const read = async (body: ReadableStream<Uint8Array> | null): Promise<void> => {
    const reader = body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      if (abort.signal.aborted) return;
      take(next.value);
    }
  };
  const open = async (): Promise<Opened> => {
    const answer = await ask(abort.signal);
    if (isStream(answer)) {
      meter?.streams(1);
      abort.signal.addEventListener('abort', () => meter?.streams(-1), { once: true });
      void read(answer.body).then(() => end(), end);
      return { streams: true, headers: answer.headers };
    }
    const bytes = await readWhole(answer, LONGEST_REFUSAL_BYTES);
    const { status, headers } = answer;
    // an empty body would be given a type, which none has not
    return { streams: false, refusal: () => new Response(bytes?.length ? bytes : null, { status, headers }) };
  };
  const opened = open();
  opened.then((answer) => answer.streams || end(), end);
  return { opened, close: () => abort.abort() };
}
