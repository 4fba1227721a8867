import { Hono } from 'hono';
import type { OwnHealth, UnitNode, UnitOnNode } from '../../api/dcos/health.ts';
import { notBuilt, type Fetch } from '../../api/http/fetch.ts';
import type { Clock } from '../kernel/clock.ts';
import { NotKnown } from './errors.ts';
import { healthReport } from './report.ts';
import { causeOf, clusterUnits, nodeHealth, nodeUnit, unitHealth, unitOf } from './rules.ts';
import type { DiagnosedNode } from './state.ts';

export const DCOS_VERSION = '1.7';
const VERSION_OF_3DT = '0.2.11';

/** 3dt's component health below `/system/health/v1`. `nodes` are read at each request, the answering master first. */
export function diagnosticsHttp(nodes: () => readonly DiagnosedNode[], clock: Pick<Clock, 'now'>): Fetch {
  const api = new Hono({ strict: false }).basePath('/system/health/v1');
  const node = (ip: string): DiagnosedNode => {
    const found = nodes().find((candidate) => candidate.ip === ip);
    if (!found) throw new NotKnown(`There is no node ${ip}.`);
    return found;
  };
  const withUnit = (id: string): DiagnosedNode[] => {
    const found = nodes().filter(({ units }) => units.some((unit) => unit.id === id));
    if (found.length === 0) throw new NotKnown(`There is no unit ${id}.`);
    return found;
  };
  const unitOn = (on: DiagnosedNode, id: string) => {
    const found = on.units.find((unit) => unit.id === id);
    if (!found) throw new NotKnown(`There is no unit ${id} on ${on.ip}.`);
    return found;
  };

  api.get('/', (c) => c.json<OwnHealth>(ownHealth(nodes())));
  api.get('/units', (c) => c.json({ units: clusterUnits(nodes()) }));
  api.get('/units/:unit', (c) => c.json(clusterUnits(withUnit(c.req.param('unit'))).find(({ id }) => id === c.req.param('unit'))));
  api.get('/units/:unit/nodes', (c) => {
    const id = c.req.param('unit');
    const on = (node: DiagnosedNode): UnitNode => {
      const unit = unitOn(node, id);
      return { host_ip: node.ip, health: unitHealth(unit), role: node.role, ...causeOf(unit) };
    };
    return c.json({ nodes: withUnit(id).map(on) });
  });
  api.get('/units/:unit/nodes/:ip', (c) => {
    const on = node(c.req.param('ip'));
    const unit = unitOn(on, c.req.param('unit'));
    const { health, output, help } = nodeUnit(unit);
    return c.json<UnitOnNode>({ host_ip: on.ip, health, role: on.role, ...causeOf(unit), output, help });
  });
  api.get('/nodes', (c) => c.json({ nodes: nodes().map(nodeHealth) }));
  api.get('/nodes/:ip', (c) => c.json(nodeHealth(node(c.req.param('ip')))));
  api.get('/nodes/:ip/units', (c) => c.json({ units: node(c.req.param('ip')).units.map((unit) => unitOf(unit)) }));
  api.get('/nodes/:ip/units/:unit', (c) => c.json(nodeUnit(unitOn(node(c.req.param('ip')), c.req.param('unit')))));
  api.get('/report', (c) => c.json(healthReport(nodes(), clock.now())));
  api.get('/report/download', (c) => {
    const report = healthReport(nodes(), clock.now());
    const name = `health-report-${report.UpdatedTime.replaceAll(':', '-')}.json`;
    const headers = { 'content-type': 'application/json', 'content-disposition': `attachment; filename="${name}"` };
    return c.body(JSON.stringify(report, undefined, 2), 200, headers);
  });
  api.notFound((c) => notBuilt('the component health service', c.req.raw));
  api.onError((error, c) => {
    if (error instanceof NotKnown) return c.json({ message: error.message }, 404);
    throw error;
  });
  return (request) => Promise.resolve(api.fetch(request));
}

function ownHealth([own]: readonly DiagnosedNode[]): OwnHealth {
  if (!own) throw new NotKnown('The cluster has no nodes.');
  return {
    units: own.units.map(nodeUnit),
    hostname: own.ip,
    ip: own.ip,
    dcos_version: DCOS_VERSION,
    node_role: own.role,
    mesos_id: own.mesosId ?? '',
    '3dt_version': VERSION_OF_3DT,
  };
}
