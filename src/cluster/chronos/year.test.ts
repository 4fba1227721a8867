import { expect, it } from 'vitest';
import { testWorld } from './test-world.test-support.ts';

const DAY = 86_400_000;
const JOBS = 500;

it('runs 500 jobs over a year, each once at its minute of each day or week', async () => {
  const world = testWorld({ start: '2024-01-01T00:00:00Z', agents: [{ id: 'S0', hostname: 'a1', cpus: 64, mem: 65_536 }] });
  const daily = (index: number): boolean => index % 10 === 0;
  for (let index = 0; index < JOBS; index++) {
    const time = `${String(2 + (index % 22)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
    const zone = index % 3 === 0 ? { scheduleTimeZone: 'Europe/Berlin' } : {};
    world.scheduled(`job${index}`, `R/2024-01-01T${time}:00/${daily(index) ? 'P1D' : 'P1W'}`, { ...zone, cpus: 0.01, mem: 1 });
  }
  for (let day = 0; day < 366; day++) await world.clock.advance(DAY);
  for (let index = 0; index < JOBS; index++) {
    expect(world.job(`job${index}`).counters.successCount, `job${index}`).toBe(daily(index) ? 366 : 53);
  }
  expect(world.mesos.faults).toEqual([]);
}, 120_000);
