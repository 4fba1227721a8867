import type { Fetch } from '../../api/http/fetch.ts';
import { createRecordReader } from '../../api/http/record-reader.ts';
import { recordOf } from '../../api/http/recordio.ts';
import type { SharingMeter } from '../observe/router-metrics.ts';
import { isPersonal, plainRequest } from './shareable.ts';
import { createSplicer, type Inlet, type Splicer } from './splice.ts';
import { openUpstreamStream, type UpstreamStream } from './upstream-stream.ts';
import { createViewer } from './viewer.ts';

const OPERATOR_API = /^\/(master\/)?api\/v1$/;
/** The call is one word; what is longer is none. */
const LONGEST_CALL_BYTES = 1024;
const decoder = new TextDecoder();
/** As a heartbeat begins, whatever else stands in it. */
const HEARTBEAT = /^\s*\{\s*"type"\s*:\s*"HEARTBEAT"/;
const HEARTBEAT_BYTES = 256;

/**
 * Mesos' operator API, of which all viewers of `SUBSCRIBE` share one stream (see splice.ts). Everything else passes as it is, and so
 * do subscribers who log in to Mesos themselves: they may be shown another state.
 */
export function shareSubscribe(upstream: Fetch, now: () => number, meter?: SharingMeter): Fetch {
  /** By what distinguishes the answers: the call, and the form in which it is wanted. */
  const splicers = new Map<string, Splicer<UpstreamStream>>();
  return async (request) => {
    if (!isCall(request)) return upstream(request);
    // as bytes: a text would be given a type that the client did not say
    const body = await request.arrayBuffer();
    const { url, headers, signal } = request;
    const call = decoder.decode(body);
    if (!isSubscribe(call)) return upstream(new Request(url, { method: 'POST', headers, signal, body }));
    const key = `${url}\n${headers.get('accept') ?? ''}\n${call}`;
    const ask = (closed: AbortSignal) => upstream(plainRequest(request, closed, { method: 'POST', body }));
    const splicer = splicers.get(key) ?? createSplicer((inlet) => openSubscription(ask, inlet, meter), now);
    splicers.set(key, splicer);
    const viewer = createViewer(signal, () => {
      splicer.leave(viewer);
      meter?.viewers(-1);
      if (splicer.idle() && splicers.get(key) === splicer) splicers.delete(key);
    });
    meter?.viewers(1);
    const opened = await splicer.join(viewer).opened;
    return opened.streams ? new Response(viewer.body, { headers: opened.headers }) : opened.refusal();
  };
}

function openSubscription(ask: (signal: AbortSignal) => Promise<Response>, inlet: Inlet, meter: SharingMeter | undefined): UpstreamStream {
  const recordsOf = createRecordReader();
  let begun = false;
  return openUpstreamStream({
    ask,
    meter,
    isStream: (answer) => answer.status === 200,
    take(chunk) {
      for (const body of recordsOf(chunk)) {
        const record = recordOf(body);
        if (!begun) inlet.snapshot(record);
        else if (isHeartbeat(body)) inlet.heartbeat(record);
        else inlet.event(record);
        begun = true;
      }
    },
    onEnd: (fault) => inlet.ended(fault),
  });
}

const isHeartbeat = (body: Uint8Array): boolean => body.length <= HEARTBEAT_BYTES && HEARTBEAT.test(decoder.decode(body));

/** Calls of unknown length pass: only a short one can be looked at without holding it up. */
function isCall(request: Request): boolean {
  const length = Number(request.headers.get('content-length') ?? NaN);
  const wantsJson = !/protobuf/.test(`${request.headers.get('accept')} ${request.headers.get('content-type')}`);
  const atApi = request.method === 'POST' && OPERATOR_API.test(new URL(request.url).pathname);
  return atApi && length <= LONGEST_CALL_BYTES && wantsJson && !isPersonal(request);
}

function isSubscribe(body: string): boolean {
  try {
    const call: unknown = JSON.parse(body);
    return typeof call === 'object' && call !== null && 'type' in call && call.type === 'SUBSCRIBE';
  } catch {
    return false;
  }
}
