import { expect, it } from 'vitest';
import { addQuantities, dominantShare, quantitiesOf, quantitiesOfList, withoutQuantities } from './mesos-quantities.ts';

it('adds up the parts of a resource that the operator API lists one by one', () => {
  const resources = [
    { name: 'cpus', scalar: { value: 0.5 } },
    { name: 'cpus', scalar: { value: 1 } },
    { name: 'mem', scalar: { value: 64 } },
    { name: 'ports' },
  ];
  expect(quantitiesOfList(resources)).toEqual({ cpus: 1.5, gpus: 0, mem: 64, disk: 0 });
  expect(quantitiesOfList(undefined)).toEqual({ cpus: 0, gpus: 0, mem: 0, disk: 0 });
});

it('takes what an older master leaves out as nothing', () => {
  expect(quantitiesOf({ cpus: 2 })).toEqual({ cpus: 2, gpus: 0, mem: 0, disk: 0 });
});

it('adds and subtracts, never below nothing', () => {
  const used = quantitiesOf({ cpus: 2, mem: 64 });
  const total = quantitiesOf({ cpus: 1, mem: 128 });
  expect(addQuantities(used, total)).toEqual({ cpus: 3, gpus: 0, mem: 192, disk: 0 });
  expect(withoutQuantities(total, used)).toEqual({ cpus: 0, gpus: 0, mem: 64, disk: 0 });
});

it('takes the largest share of any resource as the dominant one, and none of what the cluster lacks', () => {
  const total = quantitiesOf({ cpus: 4, mem: 1000 });
  expect(dominantShare(quantitiesOf({ cpus: 1, mem: 500, gpus: 1 }), total)).toBe(0.5);
});
