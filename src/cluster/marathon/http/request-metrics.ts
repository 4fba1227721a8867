import type { Clock } from '../../kernel/clock.ts';
import { createDurationTimer } from './duration-timer.ts';
import { createMeter } from './meter.ts';

const STATUS_CLASSES = [1, 2, 3, 4, 5];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'];

type Views = Record<string, Record<string, number | string>>;

export interface RequestMetrics {
  /** Counts a request while `answer` works on it, and how it was answered. */
  measure: (request: Request, answer: () => Promise<Response>) => Promise<Response>;
  active: () => number;
  meters: () => Views;
  timers: () => Views;
}

/** What Marathon tells of the requests to its API, by the names of its 1.10. */
export function createRequestMetrics(clock: Clock): RequestMetrics {
  const statuses = new Map(STATUS_CLASSES.map((kind) => [kind, createMeter(clock)]));
  const all = createDurationTimer(clock);
  const byMethod = new Map(METHODS.map((method) => [method, createDurationTimer(clock)]));
  let active = 0;
  return {
    async measure(request, answer) {
      const startedAt = clock.now();
      active++;
      try {
        const response = await answer();
        statuses.get(Math.floor(response.status / 100))?.mark();
        return response;
      } finally {
        active--;
        const seconds = (clock.now() - startedAt) / 1000;
        all.observe(seconds);
        byMethod.get(request.method)?.observe(seconds);
      }
    },
    active: () => active,
    meters: () =>
      Object.fromEntries(
        [...statuses].map(([kind, meter]) => [
          `marathon.http.responses.${kind}xx.rate.meter`,
          { count: meter.count(), ...meter.rates(), units: 'events/second' },
        ]),
      ),
    timers: () => ({
      'marathon.http.requests.duration.timer.seconds': all.view(),
      ...Object.fromEntries(
        [...byMethod].map(([method, timer]) => [`marathon.http.requests.${method.toLowerCase()}.duration.timer.seconds`, timer.view()]),
      ),
    }),
  };
}
