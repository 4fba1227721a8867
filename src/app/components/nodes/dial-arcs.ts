import { share } from '../../live/cluster-summary.ts';
import type { NodeRow } from './node-rows.ts';
import type { NodeResource } from './use-node-view.ts';

/** A part of a ring, from 0 (at the top) to 1. */
export interface Arc {
  service: string;
  from: number;
  to: number;
}

/** What each service has of a resource of a node, one after the other. Together never more than the whole ring. */
export function dialArcs({ services, total }: Pick<NodeRow, 'services' | 'total'>, resource: NodeResource): Arc[] {
  let from = 0;
  return services.flatMap(({ name, [resource]: used }) => {
    const to = Math.min(1, from + share(used, total[resource]));
    const arc = { service: name, from, to };
    from = to;
    return arc.to > arc.from ? [arc] : [];
  });
}
