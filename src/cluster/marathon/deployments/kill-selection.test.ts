import { describe, expect, it } from 'vitest';
import type { InstanceRecord } from '../state.ts';
import { selectToKill } from './kill-selection.ts';

const instance = (id: string, more: Partial<InstanceRecord> = {}): InstanceRecord => ({
  id,
  appId: '/a',
  taskId: `${id}._app.1`,
  version: 'v1',
  condition: 'Running',
  hostPorts: [],
  ipAddresses: [],
  health: [],
  localVolumes: [],
  goal: 'Running',
  incarnation: 1,
  createdAt: 0,
  checks: 0,
  ...more,
});
const placed = (id: string, hostname: string, createdAt: number): InstanceRecord =>
  instance(id, { createdAt, placement: { hostname, attributes: {} } });
const ids = (list: readonly InstanceRecord[]): string[] => list.map(({ id }) => id);

describe('which instances go first', () => {
  const youngestFirst = { killSelection: 'YOUNGEST_FIRST' } as const;
  it('takes by state: waiting, being killed, unreachable, staging, starting, unhealthy, healthy', () => {
    const list = [
      instance('healthy'),
      instance('unhealthy', { checks: 1, health: [{ instanceId: 'unhealthy', alive: false, consecutiveFailures: 1 }] }),
      instance('starting', { condition: 'Starting' }),
      instance('staging', { condition: 'Staging' }),
      instance('unreachable', { condition: 'Unreachable' }),
      instance('killed', { killed: true }),
      instance('waiting', { condition: 'Scheduled' }),
    ];
    expect(ids(selectToKill(youngestFirst, list, 6))).toEqual(['waiting', 'killed', 'unreachable', 'staging', 'starting', 'unhealthy']);
  });
  it('takes by age as the app says', () => {
    const list = [instance('old', { createdAt: 1 }), instance('young', { createdAt: 3 }), instance('middle', { createdAt: 2 })];
    expect(ids(selectToKill(youngestFirst, list, 1))).toEqual(['young']);
    expect(ids(selectToKill({ killSelection: 'OLDEST_FIRST' }, list, 2))).toEqual(['old', 'middle']);
  });
  it('takes from the fullest group of a GROUP_BY', () => {
    const app = { ...youngestFirst, constraints: [['hostname', 'GROUP_BY']] };
    const list = [placed('a1', 'a', 1), placed('a2', 'a', 2), placed('a3', 'a', 3), placed('b1', 'b', 4)];
    expect(ids(selectToKill(app, list, 2))).toEqual(['a3', 'a2']);
  });
});
