import type { Fetch } from '../../api/http/fetch.ts';

const LIST = 'http://chronos/v1/scheduler/jobs';
const TIMEOUT_MS = 10_000;

/**
 * Chronos before 3.0, as that of DC/OS 1.7, has its API at `/scheduler/…` instead of `/v1/scheduler/…`. Which one it is, is found out with the
 * first request, and again when it does not know a path: it may have been replaced.
 */
export function chronosOfAnyAge(chronos: Fetch): Fetch {
  let older: boolean | undefined;

  const isOlder = async (): Promise<boolean> => {
    const status = async (url: string): Promise<number> => {
      const answer = await chronos(new Request(url, { signal: AbortSignal.timeout(TIMEOUT_MS) }));
      await answer.body?.cancel();
      return answer.status;
    };
    const newer = await status(LIST);
    if (newer === 404 && (await status(olderUrl(LIST))) < 300) return true;
    if (newer < 300) older = false;
    return false;
  };
  return async (request) => {
    if (!new URL(request.url).pathname.startsWith('/v1/scheduler')) return chronos(request);
    if (older === undefined && (await isOlder())) older = true;
    const answer = await chronos(older ? new Request(olderUrl(request.url), request) : request);
    if (answer.status === 404) older = undefined;
    return answer;
  };
}

const olderUrl = (text: string): string => {
  const url = new URL(text);
  return url.origin + url.pathname.slice('/v1'.length) + url.search;
};
