const list = (values: readonly string[]): string => values.join(', ');

/** Words of the boxes in which filters of tables are written. */
export const filterLanguage = {
  possibilities: 'What can be filtered by',
  completions: (label: string) => `${label}: completions`,
  count: (shown: number, total: number) => (shown === total ? String(total) : `${shown} of ${total}`),
  noMatch: (text: string) => `Nothing matches “${text}”`,
  clear: 'Clear the filter',
  problems: {
    unclosedQuote: 'The quote is never closed: put a " at its end.',
    unknownKey: (key: string, possible: readonly string[]) =>
      `There is no “${key}” to filter by here. Possible: ${list(possible)}. To look for this text, put it in quotes.`,
    missingValue: (key: string, possible: readonly string[]) =>
      possible.length === 0
        ? `Write after “${key}” what it should be.`
        : `Write after “${key}” what it should be, such as ${list(possible)}.`,
    badValue: (key: string, value: string, possible: readonly string[]) =>
      `“${value}” cannot stand after “${key}”. Possible: ${list(possible)}.`,
    badComparison: (key: string, possible: readonly string[]) => `“${key}” is no amount: use ${list(possible)} after it.`,
  },
  /** What the keys of the tables are about. */
  keys: {
    is: 'status',
    health: 'health',
    has: 'with or without',
    label: 'label, as key=value',
    host: 'host or node',
    port: 'port number',
    age: 'since it began',
    cpus: 'CPUs',
    cpu: 'share of the CPUs',
    mem: 'memory',
    disk: 'disk',
    image: 'container image',
    group: 'group',
    id: 'id',
    framework: 'framework',
    role: 'role',
    state: 'state',
    version: 'version',
    tasks: 'number of tasks',
    instances: 'number of instances',
    type: 'kind',
    unit: 'systemd unit',
    command: 'command',
    runs: 'number of runs',
    parent: 'job that runs before',
    ratio: 'share of runs that succeeded',
    took: 'usual duration',
    zone: 'time zone',
    owner: 'owner',
    resource: 'resource',
    reason: 'why it was turned down',
    user: 'user',
    service: 'service',
    region: 'region',
    next: 'until the next run',
  },
};
