import { expect, it } from 'vitest';
import { dialArcs } from './dial-arcs.ts';

const service = (name: string, cpus: number) => ({ name, tasks: 1, cpus, mem: 0, disk: 0 });
const total = { cpus: 4, mem: 0, disk: 0 };

it('lays the services one after the other', () => {
  expect(dialArcs({ services: [service('chronos', 1), service('marathon', 2)], total }, 'cpus')).toEqual([
    { service: 'chronos', from: 0, to: 0.25 },
    { service: 'marathon', from: 0.25, to: 0.75 },
  ]);
});

it('has no arc for nothing, and none beyond the whole', () => {
  expect(dialArcs({ services: [service('a', 1)], total }, 'mem')).toEqual([]);
  expect(dialArcs({ services: [service('a', 3), service('b', 3), service('c', 1)], total }, 'cpus')).toEqual([
    { service: 'a', from: 0, to: 0.75 },
    { service: 'b', from: 0.75, to: 1 },
  ]);
});
