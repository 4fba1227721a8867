import type { Fetch } from '../../api/http/fetch.ts';
import { every, type Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { limits } from '../kernel/limits.ts';
import { historyHttp } from './http.ts';
import { createRing, GAP } from './samples.ts';

const SAMPLE_MS = 2_000;
const SAMPLES_PER_MINUTE = 30;

export interface History {
  readonly fetch: Fetch;
  stop(): void;
}

/**
 * Keeps the leading master's state-summary of each 2 s for a minute and of each minute for an hour, so that a dashboard's charts are
 * full when it is opened. Samples are kept and served as the text that came, whatever it holds; a failed one is a gap.
 */
export function createHistory(kernel: Kernel, leader: () => { fetch: Fetch } | undefined): History {
  const log = kernel.log.as('history');
  const minute = createRing(limits.historyMinute);
  const hour = createRing(limits.historyHour);
  let taken = 0;
  let failing = false;

  async function sample(): Promise<string> {
    const master = leader();
    if (!master) throw new Error('no master leads');
    const response = await master.fetch(new Request('http://leader.mesos:5050/state-summary'));
    if (!response.ok) throw new Error(`the master answered ${response.status}`);
    return response.text();
  }
  const record = (text: string): void => {
    minute.push(text);
    if (taken++ % SAMPLES_PER_MINUTE === 0) hour.push(text);
  };
  const tick = (): void => {
    sample().then(
      (text) => {
        if (failing) log.info('The state is sampled again.');
        failing = false;
        record(text);
      },
      (error: unknown) => {
        if (!failing) log.warn(`The state cannot be sampled: ${error instanceof Error ? error.message : String(error)}.`);
        failing = true;
        record(GAP);
      },
    );
  };
  tick();
  const timer: Timer = every(kernel.clock, SAMPLE_MS, tick);
  return { fetch: historyHttp({ minute, hour }), stop: () => timer.cancel() };
}
