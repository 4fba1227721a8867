/** The parts of `/metrics` that are told to Prometheus. */
export interface MetricFamilies {
  counters: Record<string, { count: number }>;
  gauges: Record<string, { value: number }>;
  meters: Record<string, Record<string, number | string>>;
  timers: Record<string, Record<string, number | string>>;
}

const QUANTILES = { '0.5': 'p50', '0.75': 'p75', '0.95': 'p95', '0.98': 'p98', '0.99': 'p99', '0.999': 'p999' };

/** Dots and dashes of Marathon's names become underscores; what it was called is told beside it. */
const nameOf = (metric: string): string => metric.replaceAll(/[^A-Za-z0-9_:]/g, '_');

function family(
  metric: string,
  name: string,
  type: 'counter' | 'gauge' | 'summary',
  samples: readonly (readonly [labels: string, value: unknown])[],
): string {
  return [
    `# HELP ${name} ${metric}`,
    `# TYPE ${name} ${type}`,
    ...samples.map(([labels, value]) => `${name}${labels} ${String(value)}`),
  ].join('\n');
}

function timer(metric: string, view: Record<string, number | string>): string {
  const name = nameOf(metric);
  const quantiles = Object.entries(QUANTILES).map(([quantile, key]) => [`{quantile="${quantile}"}`, view[key] ?? 0] as const);
  return family(metric, name, 'summary', [...quantiles, ['_count', view['count'] ?? 0]]);
}

/**
 * Marathon's metrics in the text format of Prometheus, with the types of the library that Marathon uses for it: counters may
 * fall there, so they are gauges; a meter is its total; durations are in seconds.
 */
export function prometheusText({ counters, gauges, meters, timers }: MetricFamilies): string {
  const families = [
    ...Object.entries(gauges).map(([metric, { value }]) => family(metric, nameOf(metric), 'gauge', [['', value]])),
    ...Object.entries(counters).map(([metric, { count }]) => family(metric, nameOf(metric), 'gauge', [['', count]])),
    ...Object.entries(meters).map(([metric, { count }]) => family(metric, `${nameOf(metric)}_total`, 'counter', [['', count]])),
    ...Object.entries(timers).map(([metric, view]) => timer(metric, view)),
  ];
  return `${families.join('\n')}\n`;
}
