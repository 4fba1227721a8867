import { sseFrame, SSE_HEARTBEAT } from '../../../api/http/sse.ts';
import type { MarathonEvent } from '../../../api/marathon/events.ts';
import { every, type Clock } from '../../kernel/clock.ts';
import { limits } from '../../kernel/limits.ts';
import type { MarathonCore } from '../core.ts';
import { MarathonError } from '../errors.ts';
import { renderApp } from './app-view.ts';
import { clientOf, timestampOf } from './context.ts';
import { accepts } from '../../rest/dispatch.ts';

/** How often a quiet stream gets an empty line, as of Jetty's servlet. */
const HEARTBEAT_MS = 10_000;
const SSE_TYPES = ['text/event-stream'];

const encoder = new TextEncoder();
const heartbeat = encoder.encode(SSE_HEARTBEAT);

function frameOf(event: MarathonEvent): Uint8Array {
  const data = event.eventType === 'api_post_event' ? { ...event, appDefinition: renderApp(event.appDefinition) } : event;
  return encoder.encode(sseFrame(event.eventType, data));
}

interface Reader {
  send(frame: Uint8Array): void;
  wants(type: string): boolean;
  /** Ends its stream after what was sent. */
  end(): void;
}

/** The types that a reader names; all when it names none. */
function typeFilter(url: URL): (type: string) => boolean {
  const types = new Set(url.searchParams.getAll('event_type'));
  return (type) => types.size === 0 || types.has(type);
}

export interface EventStream {
  answer: (request: Request) => Response;
  /** Readers at present. */
  readers: () => number;
}

/**
 * `/v2/events`: each event is framed once for all readers; a reader that falls too far behind is disconnected, and all are when the
 * server ends (`ended`), so that they look for the next leader.
 */
export function createEventStream(core: MarathonCore, clock: Clock, ended?: AbortSignal): EventStream {
  const readers = new Set<Reader>();
  ended?.addEventListener('abort', () => {
    for (const reader of readers) reader.end();
  });
  core.onEvent((event) => {
    const wanting = [...readers].filter((reader) => reader.wants(event.eventType));
    if (wanting.length === 0) return;
    const frame = frameOf(event);
    for (const reader of wanting) reader.send(frame);
  });
  const tell = (eventType: 'event_stream_attached' | 'event_stream_detached', request: Request): void =>
    core.publish({ eventType, remoteAddress: clientOf(request), timestamp: timestampOf(clock.now()) });

  function open(request: Request): ReadableStream<Uint8Array> {
    let close = (): void => {};
    const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      const send = (frame: Uint8Array): void => {
        if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(frame);
        close();
        controller.error(new Error('The reader of the event stream was too slow.'));
      };
      const end = (): void => {
        close();
        controller.close();
      };
      const reader = { send, end, wants: typeFilter(new URL(request.url)) };
      const beat = every(clock, HEARTBEAT_MS, () => send(heartbeat));
      close = () => {
        beat.cancel();
        // Told when the next beat would have found nobody there, as a real server notices it.
        if (readers.delete(reader)) clock.after(HEARTBEAT_MS, () => tell('event_stream_detached', request));
      };
      readers.add(reader);
      tell('event_stream_attached', request);
    };
    return new ReadableStream({ start, cancel: () => close() }, new CountQueuingStrategy({ highWaterMark: limits.eventsPerSubscriber }));
  }

  return {
    readers: () => readers.size,
    answer(request) {
      if (request.method === 'OPTIONS') return new Response(null, { headers: { allow: 'GET, HEAD, OPTIONS' } });
      const accept = request.headers.get('accept');
      if (request.method !== 'GET' || !accept || !accepts(accept, SSE_TYPES)) return new Response(null, { status: 405 });
      if (readers.size >= limits.subscribers) {
        throw new MarathonError(503, `There are already ${limits.subscribers} readers of the event stream. Close one and try again.`);
      }
      return new Response(open(request), { headers: { 'content-type': 'text/event-stream;charset=utf-8' } });
    },
  };
}
