/** Words of the DC/OS pages. */
export const dcos = {
  /** An amount of a resource out of all there is. */
  dashboard: {
    usedOf: (used: string, total: string) => `${used} of ${total}`,
    cpuUnit: (cpus: string) => `${cpus} CPUs`,
  },
  nodes: { title: 'Nodes' },
  health: { healthy: 'Healthy', unhealthy: 'Unhealthy', warning: 'Warning', unknown: 'Unknown' },
};
