import { type Edge, Handle, MarkerType, type Node, type NodeProps, Position } from '@xyflow/react';
import { Box, Folder } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { CLICKABLE, FlowFrame } from '../../../components/graph/FlowFrame.tsx';
import { NODE_HEIGHT, NODE_WIDTH, type Place } from '../../../components/graph/graph-layout.ts';
import { useGraphLayout } from '../../../components/graph/use-graph-layout.ts';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { Skeleton } from '../../../ui/Skeleton.tsx';
import { classNames } from '../../../util/class-names.ts';
import type { DependencyGraph as Graph, GraphNode } from '../rules/dependency-graph.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

type DependencyNode = Node<{ node: GraphNode }, 'dependency'>;

const NODE_TYPES = { dependency: DependencyNodeView };

/** The dependencies as a drawing that is moved and zoomed. What is in it is said by the list below it too. */
export function DependencyGraph({ graph }: { graph: Graph }) {
  const words = useGroupWords().graph;
  const places = useGraphLayout(graph);
  const nodes = useMemo(() => (places === undefined ? [] : flowNodes(graph, places)), [graph, places]);
  const edges = useMemo(() => flowEdges(graph), [graph]);
  if (places === undefined) return <Skeleton className="h-60 w-full" />;
  return <FlowFrame label={words.label} nodes={nodes} edges={edges} nodeTypes={NODE_TYPES} />;
}

function flowNodes(graph: Graph, places: readonly Place[]): DependencyNode[] {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  return places.flatMap(({ id, x, y }) => {
    const node = byId.get(id);
    return node === undefined
      ? []
      : [{ id, type: 'dependency', position: { x, y }, width: NODE_WIDTH, height: NODE_HEIGHT, data: { node }, style: CLICKABLE }];
  });
}

const flowEdges = ({ edges }: Graph): Edge[] =>
  edges.map(({ from, to }) => ({
    id: `${from} ${to}`,
    source: from,
    target: to,
    markerEnd: { type: MarkerType.ArrowClosed, color: 'var(--muted)' },
    style: { stroke: 'var(--muted)' },
  }));

function DependencyNodeView({ data: { node } }: NodeProps<DependencyNode>) {
  const places = useMarathonPaths();
  const isGroup = node.kind === 'group';
  const Icon = isGroup ? Folder : Box;
  return (
    <div
      className={classNames(
        'flex h-full items-center gap-2 rounded-md border bg-surface px-3 text-sm text-text',
        isGroup ? 'border-line-strong border-dashed' : 'border-line',
      )}
    >
      <Handle type="target" position={Position.Left} className="invisible" />
      <Icon aria-hidden size={15} className={isGroup ? 'shrink-0 text-muted' : 'shrink-0 text-accent'} />
      <Link to={isGroup ? places.group(node.id) : places.app(node.id)} title={node.id} className="truncate hover:underline">
        {node.id}
      </Link>
      <Handle type="source" position={Position.Right} className="invisible" />
    </div>
  );
}
