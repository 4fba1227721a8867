import type { Fetch } from '../../api/http/fetch.ts';
import type { Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';

const TRY_AGAIN_MS = 1000;
/**
 * Gives what the leading master tells by its operator API, the whole state first, as text. While nobody leads, it tries again each
 * second.
 */
export function followChanges(
  { clock }: Pick<Kernel, 'clock'>,
  leader: () => { fetch: Fetch } | undefined,
  hear: (record: string) => void,
): { stop(): void } {
  const ended = new AbortController();
  let timer: Timer | undefined;

  async function follow(): Promise<void> {
    const response = await leader()?.fetch(subscribe(ended.signal));
    const reader = response?.ok ? response.body?.getReader() : undefined;
    if (!reader) return;
    const decoder = new TextDecoder();
    for (let part = await reader.read(); !part.done; part = await reader.read()) hear(decoder.decode(part.value));
  }
  const followAgain = (): void => {
    follow()
      .catch(() => {})
      .finally(() => {
        if (!ended.signal.aborted) timer = clock.after(TRY_AGAIN_MS, followAgain);
      });
  };
  followAgain();
  return {
    stop() {
      ended.abort();
      timer?.cancel();
    },
  };
}

const subscribe = (signal: AbortSignal): Request =>
  new Request('http://leader.mesos:5050/api/v1', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ type: 'SUBSCRIBE' }),
    signal,
  });
