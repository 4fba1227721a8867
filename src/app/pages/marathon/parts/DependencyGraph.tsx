import { Controls, type Edge, Handle, MarkerType, type Node, type NodeProps, Position, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { Box, Folder } from 'lucide-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { useGroupWords } from '../../../i18n/group-words.ts';
import { paths } from '../../../paths.ts';
import { classNames } from '../../../util/class-names.ts';
import type { DependencyGraph as Graph, GraphNode } from '../rules/dependency-graph.ts';
import { NODE_HEIGHT, NODE_WIDTH, placesOf } from '../rules/graph-layout.ts';

type DependencyNode = Node<{ node: GraphNode }, 'dependency'>;

/** A node that can be neither moved nor chosen would let no click through to its link. */
const CLICKABLE = { pointerEvents: 'all' } as const;

/** The drawing's own parts in the colours of these pages. */
const COLOURS = [
  'h-[55vh] min-h-72 overflow-hidden rounded-lg border border-line bg-sunken',
  '[--xy-background-color:transparent] [--xy-controls-button-background-color:var(--surface)]',
  '[--xy-controls-button-background-color-hover:var(--hover)] [--xy-controls-button-border-color:var(--line)]',
  '[--xy-controls-button-color:var(--text)] [--xy-controls-button-color-hover:var(--text)]',
].join(' ');

const NODE_TYPES = { dependency: DependencyNodeView };

/** The dependencies as a drawing that is moved and zoomed. What is in it is said by the list below it too. */
export function DependencyGraph({ graph }: { graph: Graph }) {
  const words = useGroupWords().graph;
  const nodes = useMemo(() => flowNodes(graph), [graph]);
  const edges = useMemo(() => flowEdges(graph), [graph]);
  return (
    <figure aria-label={words.label} className={COLOURS}>
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        fitView
        minZoom={0.1}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        proOptions={{ hideAttribution: true }}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </figure>
  );
}

function flowNodes(graph: Graph): DependencyNode[] {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  return placesOf(graph).flatMap(({ id, x, y }) => {
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
      <Link to={isGroup ? paths.marathon.group(node.id) : paths.marathon.app(node.id)} title={node.id} className="truncate hover:underline">
        {node.id}
      </Link>
      <Handle type="source" position={Position.Right} className="invisible" />
    </div>
  );
}
