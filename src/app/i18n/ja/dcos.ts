import type { dcos as en } from '../en/dcos.ts';
import type { Words } from '../words-of.ts';

export const dcos: Words<typeof en> = {
  dashboard: {
    usedOf: (used, total) => `${total} 中 ${used}`,
    cpuUnit: (cpus) => `${cpus} CPU`,
  },
  nodes: { title: 'ノード' },
  health: { healthy: '正常', unhealthy: '異常', warning: '警告', unknown: '不明' },
};
