import { type Connection, type Edge, Handle, MarkerType, type Node, type NodeProps, Position } from '@xyflow/react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusIcon } from '../../ui/StatusIcon.tsx';
import { classNames } from '../../util/class-names.ts';
import { CLICKABLE, FlowFrame } from '../graph/FlowFrame.tsx';
import { NODE_HEIGHT, NODE_WIDTH, type Place } from '../graph/graph-layout.ts';
import { useGraphLayout } from '../graph/use-graph-layout.ts';
import { STATUS_TONES } from './job-columns.tsx';
import type { JobGraph, JobNode } from './job-graph.ts';

type DrawnJob = Node<{ job: JobNode }, 'job'>;
const NODE_TYPES = { job: JobNodeView };

export interface JobGraphDrawingProps {
  graph: JobGraph;
  /** Somebody drew a line: `child` is to run after `parent`. */
  onJoin: (parent: string, child: string) => void;
  /** Somebody clicked the arrow between the two. */
  onPart: (parent: string, child: string) => void;
}

export function JobGraphDrawing({ graph, onJoin, onPart }: JobGraphDrawingProps) {
  const { graphPage: words } = useChronosWords();
  const places = useGraphLayout(graph);
  const nodes = useMemo(() => (places === undefined ? [] : drawnJobs(graph, places)), [graph, places]);
  const edges = useMemo(() => drawnEdges(graph), [graph]);
  if (places === undefined) return <Skeleton className="h-[55vh] min-h-72" />;
  const connect = ({ source, target }: Connection) => onJoin(source, target);
  return (
    <FlowFrame
      label={words.label}
      nodes={nodes}
      edges={edges}
      nodeTypes={NODE_TYPES}
      onConnect={connect}
      onEdgeClick={({ source, target }) => onPart(source, target)}
    />
  );
}

function drawnJobs(graph: JobGraph, places: readonly Place[]): DrawnJob[] {
  const byId = new Map(graph.nodes.map((node) => [node.id, node]));
  return places.flatMap(({ id, x, y }) => {
    const job = byId.get(id);
    return job === undefined
      ? []
      : [{ id, type: 'job', position: { x, y }, width: NODE_WIDTH, height: NODE_HEIGHT, data: { job }, style: CLICKABLE }];
  });
}

const drawnEdges = ({ edges }: JobGraph): Edge[] =>
  edges.map(({ from, to, held }) => {
    const color = held ? 'var(--danger)' : 'var(--muted)';
    return {
      id: `${from} ${to}`,
      source: from,
      target: to,
      className: 'cursor-pointer',
      markerEnd: { type: MarkerType.ArrowClosed, color },
      style: { stroke: color, ...(held && { strokeWidth: 2 }) },
    };
  });

const HANDLE = '!size-2.5 !border-line-strong !bg-surface';

function JobNodeView({ data: { job } }: NodeProps<DrawnJob>) {
  return (
    <div
      className={classNames(
        'flex h-full items-center gap-2 rounded-md border bg-surface px-3 text-sm text-text',
        job.held ? 'border-danger' : 'border-line',
        job.disabled && 'opacity-60',
      )}
    >
      <Handle type="target" position={Position.Left} className={HANDLE} />
      <StatusIcon tone={STATUS_TONES[job.status]} />
      <Link to={chronosPaths.job(job.id)} title={job.id} className={classNames('truncate hover:underline', job.disabled && 'line-through')}>
        {job.id}
      </Link>
      <Handle type="source" position={Position.Right} className={HANDLE} />
    </div>
  );
}
