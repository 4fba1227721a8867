import { expect, test } from 'vitest';
import type { UnitState } from '../../api/machines/cluster.ts';
import type { Unit } from '../machines/unit.ts';
import { diagnosticsHttp } from './http.ts';
import type { DiagnosedNode } from './state.ts';

const unit = (id: string, state: UnitState, more: Partial<Unit> = {}): Unit => ({
  id,
  name: `name of ${id}`,
  description: `what ${id} does`,
  absent: undefined,
  stopped: () => false,
  lasting: undefined,
  state: () => state,
  since: () => 0,
  startedAt: () => undefined,
  waitingFor: () => undefined,
  log: () => [],
  ...more,
});
const NOW = Date.UTC(2016, 3, 26, 9);
const failed = unit('slave', 'failed', { log: () => ['2016-04-26T08:59:00.000Z the port is taken'], since: () => 7 });
const waiting = unit('slave', 'activating', { waitingFor: () => 'leader.mesos to resolve', since: () => 9 });
const nodes: DiagnosedNode[] = [
  { ip: '10.0.0.1', role: 'master', mesosId: 'f00', units: [unit('master', 'active'), unit('net', 'inactive', { absent: 'Not there.' })] },
  { ip: '10.0.0.2', role: 'agent', mesosId: 'f00-S0', units: [unit('slave', 'active'), unit('net', 'inactive', { absent: 'Not there.' })] },
  { ip: '10.0.0.3', role: 'agent_public', mesosId: undefined, units: [failed] },
  { ip: '10.0.0.4', role: 'agent', mesosId: undefined, units: [waiting] },
];
const fetch = diagnosticsHttp(() => nodes, { now: () => NOW });
const get = async (path: string): Promise<unknown> => (await fetch(new Request(`http://3dt/system/health/v1${path}`))).json();

test('a unit is as healthy as it is on its worst node; what is not built is unknown', async () => {
  expect(await get('/units')).toEqual({
    units: [
      { id: 'master', name: 'name of master', health: 0, description: 'what master does', since: 0 },
      { id: 'net', name: 'name of net', health: 3, description: 'what net does', reason: 'Not there.' },
      { id: 'slave', name: 'name of slave', health: 1, description: 'what slave does', since: 7, reason: 'the port is taken' },
    ],
  });
  expect(await get('/units/slave')).toMatchObject({ id: 'slave', health: 1 });
  expect(await get('/units/slave/nodes')).toEqual({
    nodes: [
      { host_ip: '10.0.0.2', health: 0, role: 'agent', since: 0 },
      { host_ip: '10.0.0.3', health: 1, role: 'agent_public', since: 7, reason: 'the port is taken' },
      { host_ip: '10.0.0.4', health: 1, role: 'agent', since: 9, reason: 'Waiting for leader.mesos to resolve.' },
    ],
  });
});

test('a node is as healthy as its worst unit', async () => {
  expect(await get('/nodes')).toEqual({
    nodes: [
      { host_ip: '10.0.0.1', health: 0, role: 'master' },
      { host_ip: '10.0.0.2', health: 0, role: 'agent' },
      { host_ip: '10.0.0.3', health: 1, role: 'agent_public' },
      { host_ip: '10.0.0.4', health: 1, role: 'agent' },
    ],
  });
  expect(await get('/nodes/10.0.0.2/units')).toMatchObject({
    units: [
      { id: 'slave', health: 0 },
      { id: 'net', health: 3 },
    ],
  });
});

test('why a unit is not healthy is told', async () => {
  expect(await get('/nodes/10.0.0.3/units/slave')).toMatchObject({ health: 1, output: '2016-04-26T08:59:00.000Z the port is taken' });
  expect(await get('/units/slave/nodes/10.0.0.4')).toMatchObject({ health: 1, output: 'Waiting for leader.mesos to resolve.' });
  expect(await get('/nodes/10.0.0.1/units/net')).toMatchObject({ health: 3, output: 'Not there.' });
  expect(await get('/nodes/10.0.0.1/units/master')).toMatchObject({ health: 0, output: '' });
});

test('a unit that never said anything tells at least its state', async () => {
  const silent = diagnosticsHttp(() => [{ ip: '10.0.0.5', role: 'agent', mesosId: undefined, units: [unit('slave', 'inactive')] }], {
    now: () => NOW,
  });
  const answer = await silent(new Request('http://3dt/system/health/v1/units/slave/nodes/10.0.0.5'));
  expect(await answer.json()).toMatchObject({ health: 1, reason: 'The unit is inactive.', output: 'The unit is inactive.' });
});

test('the answering node tells of itself', async () => {
  expect(await get('/')).toMatchObject({ ip: '10.0.0.1', node_role: 'master', mesos_id: 'f00', units: [{ id: 'master' }, { id: 'net' }] });
  expect((await fetch(new Request('http://3dt/system/health/v1'))).status).toBe(200);
});

test('nodes and units that are not there are 404, what is not built 501', async () => {
  const status = async (path: string): Promise<number> => (await fetch(new Request(`http://3dt/system/health/v1${path}`))).status;
  for (const path of ['/nodes/1.2.3.4', '/units/none', '/units/none/nodes', '/nodes/10.0.0.1/units/slave'])
    expect(await status(path)).toBe(404);
  expect(await status('/report/diagnostics/list')).toBe(501);
});

test('the report has everything at once, to read and to keep', async () => {
  const report = await get('/report');
  expect(report).toMatchObject({
    UpdatedTime: '2016-04-26T09:00:00.000Z',
    Units: { slave: { UnitName: 'slave', PrettyName: 'name of slave', Health: 1, Nodes: [{ IP: '10.0.0.2' }, { IP: '10.0.0.3' }, {}] } },
    Nodes: { '10.0.0.3': { Role: 'agent_public', Health: 1, Output: { slave: '2016-04-26T08:59:00.000Z the port is taken' } } },
  });
  const file = await fetch(new Request('http://3dt/system/health/v1/report/download'));
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="health-report-2016-04-26T09-00-00.000Z.json"');
  expect(await file.json()).toEqual(report);
});
