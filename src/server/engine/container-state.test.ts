import type { ContainerInspectInfo, ContainerStats } from 'dockerode';
import { describe, expect, it } from 'vitest';
import { containerOutcome } from './container-outcome.ts';
import { parseStats } from './container-usage.ts';

describe('the outcome of an ended container', () => {
  const outcome = (state: Partial<ContainerInspectInfo['State']>, killed = false) =>
    containerOutcome({ ExitCode: 0, OOMKilled: false, Error: '', ...state } as ContainerInspectInfo['State'], killed, 32);

  it('is its exit code', () => {
    expect(outcome({})).toEqual({ state: 'TASK_FINISHED', message: 'Container exited with status 0' });
    expect(outcome({ ExitCode: 3 })).toEqual({ state: 'TASK_FAILED', message: 'Container exited with status 3' });
    expect(outcome({ ExitCode: 128, Error: 'no such device' }).message).toBe('Container exited with status 128: no such device');
  });

  it('is a kill when it was asked for, even where memory ran out on the way', () => {
    expect(outcome({ ExitCode: 137, OOMKilled: true }, true)).toEqual({
      state: 'TASK_KILLED',
      message: 'Container exited with status 137',
    });
  });

  it('names the limit that was exceeded', () => {
    expect(outcome({ ExitCode: 137, OOMKilled: true })).toMatchObject({
      reason: 'REASON_CONTAINER_LIMITATION_MEMORY',
      message: expect.stringContaining('32 MB') as string,
    });
  });
});

describe('statistics', () => {
  const stats = (memory: object): ContainerStats =>
    ({
      cpu_stats: { cpu_usage: { usage_in_usermode: 2_500_000_000, usage_in_kernelmode: 500_000_000 } },
      memory_stats: memory,
    }) as ContainerStats;

  it.each([
    ['cgroup v2', { usage: 5000, stats: { inactive_file: 1000 } }],
    ['cgroup v1', { usage: 5000, stats: { inactive_file: 7, total_inactive_file: 1000 } }],
  ])('of %s leave out what the page cache could give back', (_, memory) => {
    expect(parseStats(stats(memory), 64)).toEqual({ cpusUserTimeSecs: 2.5, cpusSystemTimeSecs: 0.5, memRssBytes: 4000, memLimitBytes: 64 });
  });

  it('of a container that has ended are none', () => {
    expect(parseStats(stats({}), 64)).toBeUndefined();
  });
});
