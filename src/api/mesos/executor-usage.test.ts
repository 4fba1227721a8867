import { expect, it } from 'vitest';
import { usageOf } from './executor-usage.ts';

const line = (timestamp: number, user: number, system = 0) => ({
  executor_id: 'redis.1',
  framework_id: 'F',
  statistics: {
    timestamp,
    cpus_limit: 0.2,
    cpus_user_time_secs: user,
    cpus_system_time_secs: system,
    mem_rss_bytes: 4096,
    mem_limit_bytes: 8192,
  },
});

it('tells memory at once, and CPU once there are two samples', () => {
  const first = usageOf([line(100, 1)]);
  expect(first).toMatchObject([{ executorId: 'redis.1', cpus: undefined, memBytes: 4096, memLimitBytes: 8192, cpusLimit: 0.2 }]);
  expect(usageOf([line(104, 2, 1)], first)).toMatchObject([{ cpus: 0.5 }]);
});

it('keeps the last figure while the agent repeats a sample', () => {
  const second = usageOf([line(104, 2, 1)], usageOf([line(100, 1)]));
  expect(usageOf([line(104, 2, 1)], second)).toMatchObject([{ cpus: 0.5 }]);
});

it('begins anew when an executor of the same name was started again', () => {
  const old = usageOf([line(104, 50)], usageOf([line(100, 10)]));
  const [restarted] = usageOf(
    [line(108, 0.1)],
    old.map((usage) => ({ ...usage, cpus: undefined })),
  );
  expect(restarted?.cpus).toBeUndefined();
});

it('lists an executor that nobody measures, without figures', () => {
  expect(usageOf([{ executor_id: 'x', framework_id: 'F' }])).toMatchObject([{ cpus: undefined, memBytes: undefined, sample: undefined }]);
});
