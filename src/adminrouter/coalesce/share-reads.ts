import { acceptedCoding } from '../../api/http/accepted-coding.ts';
import type { Fetch } from '../../api/http/fetch.ts';
import type { SharingMeter } from '../observe/router-metrics.ts';
import { readWhole } from '../read-whole.ts';
import { createKept, type Kept } from './kept.ts';
import { createQueue } from './queue.ts';
import { isPersonal, plainRequest } from './shareable.ts';

/** Packing shorter bodies is not worth the time: they fit into one packet anyway. */
const WORTH_PACKING_BYTES = 1400;

export interface SharedReadsOptions {
  /** Which paths of the upstream answer everybody the same. */
  shared: RegExp;
  /** Packs bytes in one of the codings; none: answers stay plain. */
  packer?: Packer;
  /** Where it is counted what becomes of the reads. */
  meter?: SharingMeter | undefined;
  /** Longer answers are not held in memory but flow to each client by itself. Bytes. */
  longest?: number;
}

export interface Packer {
  /** The best first. */
  codings: readonly string[];
  pack(bytes: Uint8Array<ArrayBuffer>, coding: string): Promise<Uint8Array<ArrayBuffer>>;
}

const LONGEST_BYTES = 64 * 1024 * 1024;
/** Questions are a client's to make up, so what is known of them is forgotten at some point. */
const MOST_APART = 1000;

/**
 * An upstream of which many ask the same: whoever comes while it is being asked waits for the next answer, which is then for all of
 * them. So it is asked one thing once at a time, whatever the number of viewers, and nobody gets an answer that is older than the
 * question: who has just changed something sees it. Answers are packed once, and not sent again to who has them (ETag, 304).
 */
export function shareReads(upstream: Fetch, options: SharedReadsOptions): Fetch {
  const queue = createQueue<Kept | undefined>();
  const keep = createKept(options.longest ?? LONGEST_BYTES);
  /** Questions whose answers turned out to be for one client only. */
  const apart = new Set<string>();

  const ask = async (key: string, request: Request, signal: AbortSignal): Promise<Kept | undefined> => {
    const answer = await upstream(plainRequest(request, signal));
    const own = answer.headers.has('set-cookie') || answer.headers.has('content-encoding');
    const bytes = own ? undefined : await readWhole(answer, options.longest ?? LONGEST_BYTES);
    if (bytes) return keep(key, answer, bytes);
    await answer.body?.cancel().catch(() => {});
    if (apart.size >= MOST_APART) apart.clear();
    apart.add(key);
    return undefined;
  };
  return async (request) => {
    if (!isShareable(request, options.shared)) return upstream(request);
    const key = `${request.url}\n${request.headers.get('accept') ?? ''}`;
    if (apart.has(key)) return upstream(request);
    let asked = false;
    const kept = await queue.join(key, request.signal, (signal) => {
      asked = true;
      return ask(key, request, signal);
    });
    if (!kept) return upstream(request);
    const answer = await answerFrom(kept, request, options.packer);
    options.meter?.read(asked ? 'asked' : answer.status === 304 ? 'unchanged' : 'shared');
    return answer;
  };
}

function isShareable(request: Request, shared: RegExp): boolean {
  return request.method === 'GET' && !isPersonal(request) && shared.test(new URL(request.url).pathname);
}

async function answerFrom(kept: Kept, request: Request, packer: Packer | undefined): Promise<Response> {
  const headers = new Headers(kept.headers);
  headers.delete('content-length');
  if (kept.status === 200) {
    if (packer && !/accept-encoding/i.test(headers.get('vary') ?? '')) headers.append('vary', 'Accept-Encoding');
    headers.set('etag', kept.etag);
    if (hasAlready(request, kept.etag)) return new Response(null, { status: 304, headers });
  }
  // no body at all, since an empty one would be given a type on its way
  if (kept.bytes.length === 0) return new Response(null, { status: kept.status, headers });
  const coding = packer && kept.bytes.length >= WORTH_PACKING_BYTES ? acceptedCoding(request.headers, packer.codings) : undefined;
  if (!packer || coding === undefined) return new Response(kept.bytes, { status: kept.status, headers });
  headers.set('content-encoding', coding);
  return new Response(await kept.packed(coding, (bytes) => packer.pack(bytes, coding)), { status: kept.status, headers });
}

function hasAlready(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match') ?? '';
  const plain = (tag: string): string => tag.trim().replace(/^W\//, '');
  return known.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag));
}
