import { expect, it } from 'vitest';
import { NODE_USAGE_SPAN_MS, NODE_USAGE_STEP_MS, type NodeSample, usedBy, withSample } from './node-usage.ts';

const sample = (at: number, cpus = 0): NodeSample => ({ at, allocated: { cpus, mem: 0, disk: 0 }, used: {} });

it('keeps the samples of ten minutes', () => {
  let samples: readonly NodeSample[] = [];
  for (let at = 0; at <= 2 * NODE_USAGE_SPAN_MS; at += NODE_USAGE_STEP_MS) samples = withSample(samples, sample(at));
  expect(samples).toHaveLength(NODE_USAGE_SPAN_MS / NODE_USAGE_STEP_MS);
  expect(samples[0]?.at).toBe(NODE_USAGE_SPAN_MS + NODE_USAGE_STEP_MS);
});

it('takes the later of two that come at once', () => {
  expect(withSample([sample(0), sample(3000)], sample(3100, 2))).toEqual([sample(0), sample(3100, 2)]);
});

it('adds up what is measured, and leaves out what is not', () => {
  const other = {
    executorId: '',
    frameworkId: '',
    cpusLimit: undefined,
    memLimitBytes: undefined,
    diskBytes: undefined,
    sample: undefined,
  };
  const usage = [
    { ...other, cpus: 0.25, memBytes: 1024 * 1024 },
    { ...other, cpus: undefined, memBytes: 3 * 1024 * 1024 },
  ];
  expect(usedBy(usage)).toEqual({ cpus: 0.25, mem: 4 });
  expect(usedBy([])).toEqual({});
});
