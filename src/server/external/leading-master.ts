import { httpUpstream } from './http-upstream.ts';

const TIMEOUT_MS = 3_000;

/**
 * The master that leads, by the word of another: masters before Mesos 1.1 that do not lead answer with a state of their own instead of
 * sending the client on, so theirs would be taken for an empty cluster. Undefined where the leader is not known, does not
 * say so itself, or cannot be reached under the name that it has among the masters.
 */
export async function leadingMaster(master: URL): Promise<URL | undefined> {
  // what is below a path is behind a router of its own, which finds the leader
  if (master.pathname !== '/') return undefined;
  const leader = await saysLeader(master);
  if (!leader || leader.host === master.host) return leader;
  return (await saysLeader(leader))?.host === leader.host ? leader : undefined;
}

async function saysLeader(master: URL): Promise<URL | undefined> {
  try {
    const answer = await httpUpstream(master)(new Request('http://master/redirect', { signal: AbortSignal.timeout(TIMEOUT_MS) }));
    await answer.body?.cancel();
    const leader = URL.parse(answer.headers.get('location') ?? '', master);
    // its own address comes back as a path
    return answer.status === 307 && leader?.protocol === master.protocol ? new URL('/', leader) : undefined;
  } catch {
    return undefined;
  }
}
