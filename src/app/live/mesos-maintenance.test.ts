import { expect, it } from 'vitest';
import { maintenanceOf, withoutMachine, withWindow } from './mesos-maintenance.ts';

const a1 = { hostname: 'a1', ip: '10.0.0.1' };
const p1 = { hostname: 'p1', ip: '10.0.0.2' };
const at = (milliseconds: number) => ({ nanoseconds: milliseconds * 1e6 });
const both = { windows: [{ machine_ids: [a1, p1], unavailability: { start: at(1000), duration: at(500) } }] };

it('tells for each machine whether it is scheduled or down, and what the frameworks said', () => {
  const status = {
    draining_machines: [
      {
        id: { ...a1, hostname: 'A1' },
        statuses: [
          { status: 'ACCEPT', framework_id: { value: 'F0' } },
          { status: 'DECLINE', framework_id: { value: 'F1' } },
          { status: 'UNKNOWN', framework_id: { value: 'F2' } },
        ],
      },
    ],
    down_machines: [p1],
  };
  expect(maintenanceOf(both, status).rows).toEqual([
    { machine: a1, mode: 'scheduled', begin: 1000, end: 1500, accepted: 1, declined: 1 },
    { machine: p1, mode: 'down', begin: 1000, end: 1500, accepted: 0, declined: 0 },
  ]);
});

it('reads an empty schedule in each of its forms', () => {
  expect(maintenanceOf({}, {}).rows).toEqual([]);
  expect(maintenanceOf({ windows: [] }, { down_machines: [] }).rows).toEqual([]);
});

it('gives a machine one window: a new one replaces the one that it had', () => {
  const { windows } = withWindow(both, a1, 3000, undefined);
  expect(windows).toEqual([
    { machine_ids: [p1], unavailability: both.windows[0]?.unavailability },
    { machine_ids: [a1], unavailability: { start: at(3000) } },
  ]);
});

it('drops a window with its last machine, since the master refuses an empty one', () => {
  expect(withoutMachine(withoutMachine(both, a1), p1)).toEqual({ windows: [] });
});
