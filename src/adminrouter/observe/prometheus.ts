type Labels = Readonly<Record<string, string>>;

/** One kind of figure, as Prometheus' text format tells it (0.0.4). Figures with the same labels are one. */
interface Family {
  text(): string;
}

interface Tally extends Family {
  add(labels: Labels, by?: number): void;
}

interface Gauge extends Family {
  set(labels: Labels, value: number): void;
}

interface Histogram extends Family {
  observe(labels: Labels, value: number): void;
}

const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

const familyText = (name: string, type: string, help: string, lines: readonly string[]): string =>
  `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.map((line) => `${line}\n`).join('')}`;

/** A figure for each set of labels. */
function createFigures(name: string, help: string, type: 'counter' | 'gauge') {
  const values = new Map<string, number>();
  const lines = (): string[] => [...values].map(([labels, value]) => `${name}${labels} ${value}`);
  return { values, text: () => familyText(name, type, help, lines()) };
}

/** `counter`: only ever grows. `gauge`: how many there are now. */
export function createTally(name: string, help: string, type: 'counter' | 'gauge' = 'counter'): Tally {
  const { values, text } = createFigures(name, help, type);
  return {
    add(labels, by = 1) {
      const key = labelText(labels);
      values.set(key, (values.get(key) ?? 0) + by);
    },
    text,
  };
}

export function createGauge(name: string, help: string): Gauge {
  const { values, text } = createFigures(name, help, 'gauge');
  return { set: (labels, value) => void values.set(labelText(labels), value), text };
}

/** `bounds`: the upper ends of its buckets, rising. */
export function createHistogram(name: string, help: string, bounds: readonly number[]): Histogram {
  const values = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>();
  return {
    observe(labels, value) {
      const key = labelText(labels);
      const entry = values.get(key) ?? { labels, counts: bounds.map(() => 0), sum: 0, count: 0 };
      values.set(key, entry);
      entry.sum += value;
      entry.count++;
      const bucket = bounds.findIndex((bound) => value <= bound);
      if (bucket >= 0) entry.counts[bucket] = (entry.counts[bucket] ?? 0) + 1;
    },
    text() {
      const lines = [...values.values()].flatMap(({ labels, counts, sum, count }) => {
        let below = 0;
        const buckets = bounds.map((bound, index) => {
          below += counts[index] ?? 0;
          return `${name}_bucket${labelText({ ...labels, le: String(bound) })} ${below}`;
        });
        const all = labelText(labels);
        return [
          ...buckets,
          `${name}_bucket${labelText({ ...labels, le: '+Inf' })} ${count}`,
          `${name}_sum${all} ${sum}`,
          `${name}_count${all} ${count}`,
        ];
      });
      return familyText(name, 'histogram', help, lines);
    },
  };
}
