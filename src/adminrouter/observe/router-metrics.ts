import { createGauge, createHistogram, createTally } from './prometheus.ts';
import type { Observation } from './observe.ts';

/** What becomes of a read that many share. */
type ReadOutcome = 'asked' | 'shared' | 'unchanged';

/** Where the sharing of one upstream is counted. */
export interface SharingMeter {
  /** `asked`: the upstream was; `shared`: the answer of another viewer's question; `unchanged`: the client had it (304). */
  read(outcome: ReadOutcome): void;
  viewers(change: 1 | -1): void;
  streams(change: 1 | -1): void;
}

export interface RouterMetrics {
  /** A request has come; the returned function is called when its answer has ended. */
  begun(): () => void;
  answered(observation: Observation): void;
  sharing(upstream: string): SharingMeter;
  /** Everything in Prometheus' text format. */
  text(): string;
}

const BUCKETS_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
/** The router's own words for: the upstream is the fault. */
const UPSTREAM_FAULTS = new Set([502, 504]);

/** The router's own figures. Labels are of its table and of HTTP, never of what clients make up: their number is bounded. */
export function createRouterMetrics(): RouterMetrics {
  const requests = createTally('adminrouter_requests_total', 'Requests by route of the table, method and status.');
  const sent = createTally('adminrouter_response_bytes_total', 'Bytes of bodies that were sent, by route.');
  const open = createTally('adminrouter_open_requests', 'Requests of which the answer has not ended, streams included.', 'gauge');
  const durations = createHistogram(
    'adminrouter_request_duration_seconds',
    'Seconds from a request to the beginning of its answer, by route.',
    BUCKETS_SECONDS,
  );
  const up = createGauge('adminrouter_upstream_up', 'Whether the upstream answered the last request that was passed to it.');
  const reads = createTally('adminrouter_shared_reads_total', 'Reads that many share, by upstream and by what became of them.');
  const viewers = createTally('adminrouter_shared_viewers', 'Viewers of event streams, by upstream.', 'gauge');
  const streams = createTally('adminrouter_upstream_streams', 'Event streams that the upstream sends for all viewers.', 'gauge');
  const families = [requests, sent, open, durations, up, reads, viewers, streams];
  open.add({}, 0);
  return {
    begun() {
      open.add({});
      return () => open.add({}, -1);
    },
    answered({ route, method, status, bytes, firstByteMs, upstream }) {
      requests.add({ route, method, status: String(status) });
      sent.add({ route }, bytes);
      durations.observe({ route }, firstByteMs / 1000);
      if (upstream !== undefined && status !== 499) up.set({ upstream }, UPSTREAM_FAULTS.has(status) ? 0 : 1);
    },
    sharing: (upstream) => ({
      read: (outcome) => reads.add({ upstream, outcome }),
      viewers: (change) => viewers.add({ upstream }, change),
      streams: (change) => streams.add({ upstream }, change),
    }),
    text: () => families.map((family) => family.text()).join(''),
  };
}
