/** Words of the Instances tab beyond the columns that Marathon's own UI has. */
export const marathonInstances = {
  filter: {
    label: 'Filter instances',
    search: 'Filter by ID, host or port',
    host: 'Host',
    allHosts: 'All hosts',
    port: 'Port',
    state: 'Status',
    allStates: 'All statuses',
    health: 'Health',
    allHealths: 'All health results',
    version: 'Version',
    allVersions: 'All versions',
    currentVersion: (date: string) => `${date} (current)`,
    clear: 'Show all instances',
    none: 'No instance matches',
    noneHint: 'No instance of this application matches the filters.',
    shown: (shown: number, all: number) => `${shown} of ${all} instances`,
  },

  usage: {
    cpu: 'CPU',
    memory: 'Memory',
    ofLimit: (amount: string, limit: string) => `${amount} of ${limit}`,
    measured: 'Measured by the agent',
    notMeasured: 'not measured',
  },

  toCome: (count: number) => (count === 1 ? 'One instance is still to be launched' : `${count} instances are still to be launched`),
  why: 'Why?',

  stateHints: {
    TASK_STAGING: 'The agent is preparing it: the files and images that it needs are being fetched.',
    TASK_STARTING: 'Its process is being started.',
    TASK_KILLING: 'It was told to stop and gets some time to do so.',
    TASK_UNREACHABLE: 'Its agent is out of reach. It may still be running there, and counts again when the agent is back.',
    TASK_LOST: 'Its agent is out of reach or has forgotten it.',
    TASK_FAILED: 'It ended; another one is to take its place.',
    TASK_FINISHED: 'It ended; another one is to take its place.',
  } as Partial<Record<string, string>>,
  failures: (count: number) => (count === 1 ? 'one failure in a row' : `${count} failures in a row`),

  kill: {
    kill: 'Kill',
    scale: 'Kill & Scale',
    wipe: 'Kill & Wipe',
    title: (count: number) => (count === 1 ? 'Kill this instance?' : `Kill ${count} instances?`),
    wipeTitle: (count: number) => (count === 1 ? 'Kill this instance and its data?' : `Kill ${count} instances and their data?`),
    text: 'Marathon starts new instances in their place.',
    scaleText: (count: number) => `The application is scaled down by ${count}: no others are started in their place.`,
    wipeText: 'Their persistent volumes are destroyed with all the data in them. This cannot be undone.',
    done: (count: number) => (count === 1 ? 'The instance is being killed' : `${count} instances are being killed`),
    ended: 'The chosen instances have ended meanwhile.',
  },
};
