import { expect, it } from 'vitest';
import { summarise } from './cluster-summary.ts';
import { datedHistory, joinedSamples, type Sample, WINDOW_MS, withSample } from './samples.ts';

const at = (time: number, cpus = 0.5): Sample => ({ at: time, cpus, mem: 0, disk: 0, nodes: 2, tasks: 0 });
const times = (samples: Sample[]) => samples.map((sample) => sample.at);

it('dates the history backwards from when it was read and keeps gaps as gaps', () => {
  const summary = summarise({});
  expect(times(datedHistory([summary, undefined, summary, summary], 100_000))).toEqual([94_000, 98_000, 100_000]);
  expect(datedHistory([], 100_000)).toEqual([]);
});

it('lets go of what has left the window', () => {
  const samples = withSample([at(0), at(2_000)], at(WINDOW_MS + 1_000));
  expect(times(samples)).toEqual([2_000, WINDOW_MS + 1_000]);
});

it('goes on with its own samples where the history ends', () => {
  const joined = joinedSamples([at(8_000, 0.1), at(10_000, 0.1)], [at(9_000, 0.9), at(11_000, 0.9), at(13_000, 0.9)]);
  expect(joined.map((sample) => [sample.at, sample.cpus])).toEqual([
    [8_000, 0.1],
    [10_000, 0.1],
    [11_000, 0.9],
    [13_000, 0.9],
  ]);
});

it('does with one of the two alone', () => {
  expect(times(joinedSamples([], [at(1_000), at(3_000)]))).toEqual([1_000, 3_000]);
  expect(times(joinedSamples([at(1_000)], []))).toEqual([1_000]);
  expect(joinedSamples([], [])).toEqual([]);
});
