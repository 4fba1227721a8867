import { expect, it } from 'vitest';
import { serviceColor } from './service-color.ts';

it('gives a service the same colour whichever others there are', () => {
  const names = ['marathon', 'chronos', 'cassandra', 'kafka', 'spark', 'hdfs', 'jenkins'];
  expect(names.map(serviceColor)).toEqual(names.toReversed().map(serviceColor).toReversed());
});

it('keeps those of the frameworks that every cluster has', () => {
  const others = Array.from({ length: 200 }, (_, index) => serviceColor(`service-${index}`));
  const kept = [serviceColor('marathon'), serviceColor('chronos')];
  expect(new Set(kept).size).toBe(2);
  expect(others.filter((color) => kept.includes(color))).toEqual([]);
  expect(new Set(others).size).toBe(8);
});
