import type { HealthReport, ReportedNode, ReportedUnit } from '../../api/dcos/health.ts';
import { clusterUnits, nodeHealth, outputOf, unitOf } from './rules.ts';
import type { DiagnosedNode } from './state.ts';

/** 3dt's `/report`: every unit with its nodes and every node with its units. `at`: ms since the epoch. */
export function healthReport(nodes: readonly DiagnosedNode[], at: number): HealthReport {
  const timestamp = new Date(at).toISOString();
  const unit = ({ id, name, description, health }: ReturnType<typeof unitOf>): ReportedUnit => ({
    UnitName: id,
    Title: description,
    PrettyName: name,
    Health: health,
    Timestamp: timestamp,
  });
  const node = (diagnosed: DiagnosedNode, only?: string): ReportedNode => ({
    Role: diagnosed.role,
    IP: diagnosed.ip,
    Health: nodeHealth(diagnosed).health,
    MesosID: diagnosed.mesosId ?? '',
    Output: Object.fromEntries(
      diagnosed.units.flatMap((each) => (only === undefined || each.id === only ? [[each.id, outputOf(each)] as const] : [])),
    ),
  });
  const having = (id: string) => nodes.filter(({ units }) => units.some((each) => each.id === id));
  return {
    Units: Object.fromEntries(
      clusterUnits(nodes).map((each) => [each.id, { ...unit(each), Nodes: having(each.id).map((diagnosed) => node(diagnosed, each.id)) }]),
    ),
    Nodes: Object.fromEntries(
      nodes.map((diagnosed) => [diagnosed.ip, { ...node(diagnosed), Units: diagnosed.units.map((each) => unit(unitOf(each))) }]),
    ),
    UpdatedTime: timestamp,
  };
}
