import type { Fetch } from '../api/http/fetch.ts';
import { RouterFault } from './router-fault.ts';

/** What each says of its leader: Mesos a redirect to it, Marathon its address. */
const QUESTIONS = { mesos: 'http://leader.mesos:5050/redirect', marathon: 'http://marathon.mesos:8080/v2/leader' } as const;
const TIMEOUT_MS = 10_000;

/** Throws RouterFault 503 while nobody leads, so that there is no machine to ask. */
export async function checkLeader(of: keyof typeof QUESTIONS, upstream: Fetch | undefined): Promise<void> {
  if (!(await isLed(upstream, QUESTIONS[of])))
    throw new RouterFault(503, `503 Service Unavailable: ${of} leader is unknown. Try again in a moment.`);
}

async function isLed(upstream: Fetch | undefined, question: string): Promise<boolean> {
  try {
    const answer = await upstream?.(new Request(question, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) }));
    await answer?.body?.cancel();
    return answer !== undefined && answer.status < 400;
  } catch {
    return false;
  }
}
