import type { Fetch } from '../../api/http/fetch.ts';
import { sseFrame } from '../../api/http/sse.ts';
import type { SharingMeter } from '../observe/router-metrics.ts';
import { isPersonal, plainRequest } from './shareable.ts';
import { createFrameSplitter, eventTypeOf } from './split-frames.ts';
import { openUpstreamStream, type UpstreamStream } from './upstream-stream.ts';
import { createViewer, type Viewer } from './viewer.ts';

const EVENTS = '/v2/events';
const ATTACHED = 'event_stream_attached';
const encoder = new TextEncoder();

interface Shared {
  stream: UpstreamStream;
  /** With what each of them wants to hear of. */
  viewers: Map<Viewer, (type: string) => boolean>;
}

/**
 * Marathon, of whose events (`/v2/events`) all viewers share one stream; the router itself leaves out the types that a viewer did not
 * name. Everything else passes as it is, and so do viewers who log in to Marathon themselves. Marathon greets who attaches by an event, so
 * that whoever comes later gets one as well.
 */
export function shareEvents(upstream: Fetch, now: () => number, meter?: SharingMeter): Fetch {
  /** By what distinguishes the answers: the question, and the form in which it is wanted. */
  const shared = new Map<string, Shared>();

  function open(key: string, url: string, request: Request): Shared {
    const framesOf = createFrameSplitter();
    const viewers: Shared['viewers'] = new Map();
    const stream = openUpstreamStream({
      meter,
      ask: (signal) => upstream(plainRequest(request, signal, { url })),
      isStream: ({ status, headers }) => status === 200 && (headers.get('content-type') ?? '').startsWith('text/event-stream'),
      take: (chunk) => {
        for (const frame of framesOf(chunk)) sendToAll(viewers, frame);
      },
      onEnd(fault) {
        shared.delete(key);
        for (const viewer of viewers.keys()) viewer.end(fault);
      },
    });
    const opened = { stream, viewers };
    shared.set(key, opened);
    return opened;
  }

  return async (request) => {
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' || pathname !== EVENTS || isPersonal(request)) return upstream(request);
    const { url, wants } = withoutFilter(request);
    // who takes no event streams is refused, and must not wait for what others read
    const key = `${url}\n${request.headers.get('accept') ?? ''}`;
    const isLate = shared.has(key);
    const mine = shared.get(key) ?? open(key, url, request);
    const viewer = createViewer(request.signal, () => {
      mine.viewers.delete(viewer);
      meter?.viewers(-1);
      if (mine.viewers.size > 0) return;
      if (shared.get(key) === mine) shared.delete(key);
      mine.stream.close();
    });
    mine.viewers.set(viewer, wants);
    meter?.viewers(1);
    const opened = await mine.stream.opened;
    if (!opened.streams) return opened.refusal();
    if (isLate && wants(ATTACHED)) viewer.send(attached(request, now()));
    return new Response(viewer.body, { headers: opened.headers });
  };
}

function sendToAll(viewers: Shared['viewers'], frame: Uint8Array): void {
  const type = eventTypeOf(frame);
  for (const [viewer, wants] of viewers) if (type === undefined || wants(type)) viewer.send(frame);
}

/** The question for everything, and what this viewer wants of it: the types that it names, all when it names none. */
function withoutFilter(request: Request): { url: string; wants: (type: string) => boolean } {
  const url = new URL(request.url);
  const types = new Set(url.searchParams.getAll('event_type'));
  url.searchParams.delete('event_type');
  return { url: url.href, wants: (type) => types.size === 0 || types.has(type) };
}

function attached(request: Request, now: number): Uint8Array {
  const remoteAddress = request.headers.get('x-real-ip') ?? '127.0.0.1';
  return encoder.encode(sseFrame(ATTACHED, { eventType: ATTACHED, remoteAddress, timestamp: new Date(now).toISOString() }));
}
