import { expect, it } from 'vitest';
import { joinedSamples, NODE_USAGE_SPAN_MS, type NodeSample, SEEN_STEP_MS, usedBy, withSample } from './node-usage.ts';

const sample = (at: number, cpus = 0): NodeSample => ({ at, allocated: { cpus, mem: 0, disk: 0 }, used: {} });

it('keeps the samples of ten minutes', () => {
  let samples: readonly NodeSample[] = [];
  for (let at = 0; at <= 2 * NODE_USAGE_SPAN_MS; at += SEEN_STEP_MS) samples = withSample(samples, sample(at));
  expect(samples).toHaveLength(NODE_USAGE_SPAN_MS / SEEN_STEP_MS);
  expect(samples[0]?.at).toBe(NODE_USAGE_SPAN_MS + SEEN_STEP_MS);
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

it('goes on from what the history service kept, without saying anything twice', () => {
  const point = (at: number) => ({ at, cpus: { allocated: 1, used: 0.5 }, mem: { allocated: 2 }, disk: { allocated: 3 } });
  const minute = 60_000;
  const seen = [sample(20 * minute, 4), sample(20 * minute + 3_000, 4)];
  const joined = joinedSamples([point(9 * minute), point(19 * minute), point(20 * minute)], seen);
  expect(joined.map(({ at }) => at / minute)).toEqual([19, 20, 20.05]);
  expect(joined[0]).toEqual({ at: 19 * minute, allocated: { cpus: 1, mem: 2, disk: 3 }, used: { cpus: 0.5 } });
  expect(joinedSamples([point(minute)], [])).toHaveLength(1);
});
