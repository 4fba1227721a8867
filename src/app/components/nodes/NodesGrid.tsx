import { NodeDial } from './NodeDial.tsx';
import { NodesHeatMap } from './NodesHeatMap.tsx';
import type { NodeRow } from './node-rows.ts';
import { ServiceLegend, type ServiceLegendProps } from './ServiceLegend.tsx';
import type { NodeResource } from './use-node-view.ts';

/** More dials than that are a wall of rings: each node is one square then. */
const MOST_DIALS = 200;

export interface NodesGridProps {
  /** The worst first. */
  nodes: readonly NodeRow[];
  resource: NodeResource;
  label: string;
  legend: ServiceLegendProps;
  stale: boolean;
}

/** All nodes at one look. */
export function NodesGrid({ nodes, resource, label, legend, stale }: NodesGridProps) {
  if (nodes.length > MOST_DIALS) return <NodesHeatMap nodes={nodes} resource={resource} />;
  return (
    <div className={stale ? 'stale flex flex-col gap-4 lg:flex-row' : 'flex flex-col gap-4 lg:flex-row'}>
      <ServiceLegend {...legend} />
      <ul aria-label={label} className="flex flex-1 flex-wrap content-start gap-2">
        {nodes.map((node) => (
          <NodeDial key={node.id} node={node} resource={resource} />
        ))}
      </ul>
    </div>
  );
}
