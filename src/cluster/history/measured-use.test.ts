import { expect, test } from 'vitest';
import { type Fetch, json } from '../../api/http/fetch.ts';
import { manualClock } from '../kernel/clock.ts';
import { createUseMeter } from './measured-use.ts';

/** An agent with one executor, which uses half a CPU and 8 MB. */
function halfBusy(clock: { now(): number }, asked: () => void): Fetch {
  return async () => {
    asked();
    const seconds = clock.now() / 1000;
    const statistics = { timestamp: seconds, cpus_user_time_secs: seconds / 2, mem_rss_bytes: 8 * 1024 * 1024 };
    return json([{ executor_id: 'redis', framework_id: 'marathon', statistics }]);
  };
}

test('CPUs are known from the second look on, and an agent is looked at each 10 s whoever asks', async () => {
  const clock = manualClock();
  let asked = 0;
  const meter = createUseMeter(clock, () => halfBusy(clock, () => asked++));
  const round = async (): Promise<void> => {
    meter.ask(['a1', 'p1']);
    await clock.advance(2_000);
  };
  await round();
  expect(meter.total()).toEqual({ cpus: undefined, mem: 16, disk: undefined, agents: 2 });
  for (let n = 0; n < 9; n++) await round();
  expect(asked).toBe(4);
  expect(meter.total()).toEqual({ cpus: 1, mem: 16, disk: undefined, agents: 2 });
});

test('many agents are asked in turns, none of them before the others', async () => {
  const clock = manualClock();
  const asked = new Map<string, number>();
  const agents = Array.from({ length: 120 }, (_, n) => `S${n}`);
  const meter = createUseMeter(clock, (id) => halfBusy(clock, () => asked.set(id, (asked.get(id) ?? 0) + 1)));
  for (const known of [50, 100, 120]) {
    meter.ask(agents);
    await clock.advance(2_000);
    expect(meter.total().agents).toBe(known);
  }
  expect(new Set(asked.values())).toEqual(new Set([1]));
});

test('one that hangs is given up, one that left is forgotten', async () => {
  const clock = manualClock();
  const hanging: Fetch = ({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const meter = createUseMeter(clock, (id) => (id === 'hangs' ? hanging : halfBusy(clock, () => {})));
  meter.ask(['a1', 'hangs']);
  await clock.advance(20_000);
  expect(meter.total().agents).toBe(1);
  meter.ask(['hangs']);
  expect(meter.total().agents).toBe(0);
});
