import { appsOf, groupsOf, podsOf } from '../definitions/group-tree.ts';
import type { MesosTraffic } from '../mesos-traffic.ts';
import type { Context } from './context.ts';
import type { MetricFamilies } from './prometheus-text.ts';
import type { RequestMetrics } from './request-metrics.ts';
import { isRunning, isStaged } from './task-view.ts';

/** What `/metrics` is told by. */
export interface MetricSources {
  /** When this Marathon came up, in ms. */
  startedAt: number;
  /** Since when it leads, in ms. */
  electedAt: () => number;
  readers: () => number;
  requests: RequestMetrics;
  /** Deployments since the start. */
  deployments: () => number;
  traffic?: () => MesosTraffic;
}

function gauges({ core, clock }: Context, sources: MetricSources): Record<string, number> {
  const root = core.root();
  const instances = core.instances();
  const killing = instances.filter(({ condition }) => condition === 'Killing').length;
  return {
    'marathon.apps.active.gauge': [...appsOf(root)].length,
    'marathon.deployments.active.gauge': core.deployments().length,
    'marathon.groups.active.gauge': [...groupsOf(root)].length,
    'marathon.http.event-streams.active.gauge': sources.readers(),
    'marathon.http.requests.active.gauge': sources.requests.active(),
    'marathon.instances.running.gauge': instances.filter(isRunning).length,
    'marathon.instances.staged.gauge': instances.filter(isStaged).length,
    'marathon.instances.launch-overdue.gauge': core.queue().filter(({ delay }) => delay.overdue).length,
    'marathon.instances.inflight-kill-attempts.gauge': killing,
    'marathon.instances.inflight-kills.gauge': killing,
    'marathon.leadership.duration.gauge.seconds': (clock.now() - sources.electedAt()) / 1000,
    'marathon.uptime.gauge.seconds': (clock.now() - sources.startedAt) / 1000,
    'marathon.pods.active.gauge': [...podsOf(root)].length,
  };
}

/** Deployments are never dismissed, since their number is not limited. */
const counters = (deployments: number, traffic: MesosTraffic | undefined): Record<string, number> => ({
  'marathon.deployments.counter': deployments,
  'marathon.deployments.dismissed.counter': 0,
  ...(traffic && {
    'marathon.mesos.calls.revive.counter': traffic.revives,
    'marathon.mesos.calls.suppress.counter': traffic.suppresses,
    'marathon.mesos.offer-operations.launch-group.counter': traffic.groupLaunches,
    'marathon.mesos.offer-operations.launch.counter': traffic.launches,
    'marathon.mesos.offer-operations.reserve.counter': traffic.reservations,
    'marathon.mesos.offers.declined.counter': traffic.offersDeclined,
    'marathon.mesos.offers.incoming.counter': traffic.offersIncoming,
    'marathon.mesos.offers.used.counter': traffic.offersUsed,
    'marathon.tasks.launched.counter': traffic.tasksLaunched,
  }),
});

const each = <T>(values: Record<string, number>, shape: (value: number) => T): Record<string, T> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shape(value)]));

/** Metrics in the shape and with the names of Marathon 1.10; what this cluster does not measure is not made up. */
export function renderMetrics(context: Context, sources: MetricSources): MetricFamilies & Record<string, unknown> {
  const { requests, deployments, traffic } = sources;
  return {
    version: '4.0.0',
    counters: each(counters(deployments(), traffic?.()), (count) => ({ count })),
    gauges: each(gauges(context, sources), (value) => ({ value })),
    histograms: {},
    meters: requests.meters(),
    timers: requests.timers(),
  };
}
