import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Fetch } from '../../api/http/fetch.ts';
import { acceptedCoding } from './accepted-coding.ts';

const pack = promisify(gzip);

/** Shorter texts fit into one packet anyway. */
const WORTH_IT_BYTES = 1400;
/** Answers whose packed form is kept, and how long one may be: the lists that dashboards ask for again and again. */
const KEPT = 8;
const LONGEST_KEPT_BYTES = 8 * 1024 * 1024;

interface Packed {
  plain: Buffer;
  packed: Buffer<ArrayBuffer>;
}

/**
 * A component that packs its own answers, with the packing done by this process instead: faster than the streams that the
 * component has in a browser too, and not at all while the answer to the same question is the same as before.
 */
export function packAnswers(component: Fetch): Fetch {
  const kept = new Map<string, Packed>();
  const packedOf = async (url: string, plain: Buffer): Promise<Buffer<ArrayBuffer>> => {
    const known = kept.get(url);
    kept.delete(url);
    const packed = known?.plain.equals(plain) ? known.packed : await pack(plain, { level: 1 });
    if (plain.length <= LONGEST_KEPT_BYTES) kept.set(url, { plain, packed });
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return packed;
  };
  return async (request) => {
    if (request.method !== 'GET' || acceptedCoding(request.headers, ['gzip']) === undefined) return component(request);
    const headers = new Headers(request.headers);
    headers.delete('accept-encoding');
    const answer = await component(new Request(request, { headers }));
    if (!isText(answer)) return answer;
    const plain = Buffer.from(await answer.arrayBuffer());
    if (plain.length < WORTH_IT_BYTES) return new Response(plain, answer);
    const told = new Headers(answer.headers);
    told.set('content-encoding', 'gzip');
    told.delete('content-length');
    return new Response(await packedOf(request.url, plain), { status: answer.status, headers: told });
  };
}

/** Text that has an end: a stream of events has to arrive frame by frame. */
function isText({ headers, body }: Response): boolean {
  const type = headers.get('content-type') ?? '';
  return body !== null && !headers.has('content-encoding') && /json|text\/(plain|html)/.test(type);
}
