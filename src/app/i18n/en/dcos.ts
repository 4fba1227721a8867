/** Words of the DC/OS pages. */
export const dcos = {
  /** An amount of a resource out of all there is. */
  dashboard: {
    usedOf: (used: string, total: string) => `${used} of ${total}`,
    cpuUnit: (cpus: string) => `${cpus} CPUs`,
  },
  nodes: {
    title: 'Nodes',
    filter: 'Filter nodes',
    columns: { host: 'Host', type: 'Type', status: 'Status', health: 'Health', tasks: 'Tasks', cpu: 'CPU', memory: 'Memory', disk: 'Disk' },
    types: { private: 'Private agent', public: 'Public agent' },
    status: { active: 'Active', inactive: 'Inactive' },
    inactiveHint: 'The master has not heard from this agent lately. Its tasks may still be running.',
    empty: 'No nodes have registered yet',
    emptyAdvice: 'Agents appear here as soon as they have found the Mesos master.',
    noMatch: (text: string) => `No node matches “${text}”`,
    clearFilter: 'Clear the filter',
    cannotLoad: 'The nodes could not be loaded',
    count: (shown: number, total: number) =>
      shown === total ? `${total} ${total === 1 ? 'node' : 'nodes'}` : `${shown} of ${total} nodes`,
  },
  node: {
    unknown: 'There is no such node',
    unknownAdvice: 'It may have left the cluster. Agents that come back after being wiped get a new id.',
    toNodes: 'Show all nodes',
    resources: 'Resources',
    details: 'Details',
    tasks: 'Tasks',
    noTasks: 'No tasks run on this node',
    tasksUnavailable: 'The tasks of this node could not be read',
    id: 'Mesos id',
    registered: 'Registered',
    version: 'Mesos version',
    attributes: 'Attributes',
    noAttributes: 'none',
    columns: { name: 'Task', framework: 'Framework', state: 'State', cpus: 'CPUs', memory: 'Memory', since: 'Since' },
  },
  health: { healthy: 'Healthy', unhealthy: 'Unhealthy', warning: 'Warning', unknown: 'Unknown' },
};
