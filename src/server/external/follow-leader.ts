import { readWhole } from '../../adminrouter/read-whole.ts';
import { json, type Fetch } from '../../api/http/fetch.ts';
import type { RouterError } from '../../api/dcos/router-error.ts';
import { httpUpstream, Unreachable } from './http-upstream.ts';

export interface Servers {
  readonly fetch: Fetch;
  /** The one that answered last. */
  current(): URL | undefined;
  /** Asks these from now on (found in ZooKeeper); the first is the leader. */
  use(urls: readonly URL[]): void;
  /** Asks this one first from now on. */
  lead(url: URL): void;
}

/** A write is kept for a second try at the leader: this long at most, else 413. */
const LONGEST_WRITE_BYTES = 64 * 1024 * 1024;
/** To the leader, and to the next one if that has just lost. */
const MOST_REDIRECTS = 2;

/**
 * Several servers of one product as one. The one that answered last is asked first; one that cannot be reached gives way to the
 * next. Followers of Mesos send the client to the leader: that is followed here, since clients cannot reach it, but only where it is
 * the same question at another server, which is the cluster's own word for where its leader is. Throws when nobody can be reached.
 */
export function followLeader(urls: readonly URL[]): Servers {
  let configured = urls;
  let known = urls;
  /** A leader that was only ever heard of is forgotten when another leads. */
  const leading = (url: URL): void => void (known = [url, ...configured.filter(({ href }) => href !== url.href)]);

  async function askAny(request: Request, body: Uint8Array<ArrayBuffer> | undefined): Promise<{ answer: Response; by: URL }> {
    let fault: unknown = new Unreachable('No server of it is known.');
    for (const url of known) {
      try {
        return { answer: await httpUpstream(url)(again(request, body)), by: url };
      } catch (thrown) {
        if (!(thrown instanceof Unreachable)) throw thrown;
        fault = thrown;
      }
    }
    throw fault;
  }

  async function ask(request: Request): Promise<Response> {
    const body = request.body ? await readWhole(request, LONGEST_WRITE_BYTES) : undefined;
    if (request.body && !body) return tooLong();
    const before = configured;
    let { answer, by } = await askAny(request, body);
    for (let redirects = 0; redirects < MOST_REDIRECTS; redirects++) {
      const leader = leaderOf(answer, request, by);
      if (!leader) break;
      await answer.body?.cancel();
      answer = await httpUpstream(leader)(again(request, body));
      by = leader;
    }
    // whoever answered while others were elected is asked last
    if (configured === before) leading(by);
    return answer;
  }
  return {
    fetch: ask,
    current: () => known[0],
    use(found) {
      configured = found;
      known = found;
    },
    lead: leading,
  };
}

function again(request: Request, body: Uint8Array<ArrayBuffer> | undefined): Request {
  return new Request(request.url, { method: request.method, headers: request.headers, signal: request.signal, ...(body && { body }) });
}

function tooLong(): Response {
  const message = `The request is longer than ${LONGEST_WRITE_BYTES / 1024 / 1024} MB, which is more than any call of this part needs.`;
  return json({ title: 'Content Too Large', message } satisfies RouterError, 413);
}

/** Where a follower says the leader is; undefined for every other answer, also a redirect to another path. */
function leaderOf(answer: Response, request: Request, by: URL): URL | undefined {
  if (answer.status !== 307 && answer.status !== 302) return undefined;
  const target = URL.parse(answer.headers.get('location') ?? '', by);
  const { pathname, search } = new URL(request.url);
  const sameQuestion = target && target.pathname + target.search === by.pathname.replace(/\/+$/, '') + pathname + search;
  if (!target || !sameQuestion || target.protocol !== by.protocol || target.host === by.host) return undefined;
  return new URL(by.pathname, target);
}
