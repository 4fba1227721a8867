import { Controls, type Edge, type Node, type NodeTypes, type OnConnect, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';

/** A node that can be neither moved nor chosen would let no click through to its link. */
export const CLICKABLE = { pointerEvents: 'all' } as const;

/** The drawing's own parts in the colours of these pages. */
const COLOURS = [
  'h-[55vh] min-h-72 overflow-hidden rounded-lg border border-line bg-sunken',
  '[--xy-background-color:transparent] [--xy-controls-button-background-color:var(--surface)]',
  '[--xy-controls-button-background-color-hover:var(--hover)] [--xy-controls-button-border-color:var(--line)]',
  '[--xy-controls-button-color:var(--text)] [--xy-controls-button-color-hover:var(--text)]',
].join(' ');

/** At first nothing is too small to be read; of a large graph that is a part. */
const FIT = { minZoom: 0.5 };

export interface FlowFrameProps<Drawn extends Node> {
  label: string;
  nodes: Drawn[];
  edges: Edge[];
  nodeTypes: NodeTypes;
  /** Nodes can be joined by drawing a line. */
  onConnect?: OnConnect;
  onEdgeClick?: (edge: Edge) => void;
}

/** A drawing of nodes and arrows that is moved and zoomed. Whoever uses it says what is in it in words, too. */
export function FlowFrame<Drawn extends Node>({ label, nodes, edges, nodeTypes, onConnect, onEdgeClick }: FlowFrameProps<Drawn>) {
  // Other nodes or places are another picture, which is to be seen as a whole first.
  const picture = nodes.map(({ id, position: { x, y } }) => `${id} ${x} ${y}`).join(' ');
  return (
    <figure aria-label={label} className={COLOURS}>
      <ReactFlow
        key={picture}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        fitView
        fitViewOptions={FIT}
        minZoom={0.05}
        maxZoom={1.5}
        nodesDraggable={false}
        nodesConnectable={onConnect !== undefined}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        preventScrolling={false}
        onlyRenderVisibleElements
        proOptions={{ hideAttribution: true }}
        {...(onConnect && { onConnect })}
        {...(onEdgeClick && { onEdgeClick: (_, edge) => onEdgeClick(edge) })}
      >
        <Controls showInteractive={false} />
      </ReactFlow>
    </figure>
  );
}
