import type { NodeRole } from '../../api/dcos/health.ts';
import type { Unit } from '../machines/unit.ts';

/** A machine as 3dt sees it. Boot machines have no 3dt. */
export interface DiagnosedNode {
  ip: string;
  role: NodeRole;
  /** Of an agent that has registered, or of the master. */
  mesosId: string | undefined;
  units: readonly Unit[];
}
