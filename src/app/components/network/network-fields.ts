import { BACKEND_STATES, type VipBackend, type VipUsage } from '../../../api/dcos/vips.ts';
import type { FilterFields } from '../../filters/filter-fields.ts';
import { servingBackends, totalOf } from './vip-totals.ts';

// What the tables of virtual addresses can be filtered by.

export const vipFields: FilterFields<VipUsage> = {
  text: ({ vip, address }) => `${vip} ${address}`,
  keys: {
    name: { kind: 'text', of: ({ vip }) => vip },
    protocol: { kind: 'choice', choices: ['tcp', 'udp'], of: ({ protocol }) => protocol },
    address: { kind: 'text', of: ({ address }) => address },
    backends: { kind: 'amount', unit: 'count', of: servingBackends },
    open: { kind: 'amount', unit: 'count', of: (row) => totalOf(row, 'open') },
  },
};

export const backendFields: FilterFields<VipBackend> = {
  text: ({ ip, port, taskId }) => `${ip}:${port} ${taskId}`,
  keys: {
    address: { kind: 'text', of: ({ ip, port }) => `${ip}:${port}` },
    state: { kind: 'choice', choices: BACKEND_STATES, of: ({ state }) => state },
    task: { kind: 'text', of: ({ taskId }) => taskId },
    open: { kind: 'amount', unit: 'count', of: ({ open }) => open },
  },
};
