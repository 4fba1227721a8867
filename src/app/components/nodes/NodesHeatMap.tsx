import { type KeyboardEvent, memo, useState } from 'react';
import { Link } from 'react-router';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { paths } from '../../paths.ts';
import { formatPercent } from '../../util/format.ts';
import { cellAfterKey } from './heat-map-keys.ts';
import { nodeName, type NodeRow } from './node-rows.ts';
import { NodeTip } from './NodeTip.tsx';
import type { NodeResource } from './use-node-view.ts';

const COLORS: Record<NodeResource, string> = { cpus: 'var(--cpu)', mem: 'var(--mem)', disk: 'var(--disk)' };
const CROSSED = 'repeating-linear-gradient(45deg, var(--danger) 0 3px, var(--danger-soft) 3px 6px)';

const fill = (color: string, fraction: number): string => `color-mix(in srgb, ${color} ${Math.round(8 + fraction * 92)}%, var(--line))`;

/** A square for each of many nodes, the darker the more of a resource is allocated. What one is pointed at is told beside it. */
export function NodesHeatMap({ nodes, resource }: { nodes: readonly NodeRow[]; resource: NodeResource }) {
  const words = useNodesWords();
  const [pointed, setPointed] = useState<string>();
  // one stop for the Tab key: arrows go on from there
  const [current, setCurrent] = useState<string>();
  const stop = nodes.some(({ id }) => id === current) ? current : nodes[0]?.id;
  const told = nodes.find(({ id }) => id === (pointed ?? current));
  return (
    <div className="flex flex-col gap-4 lg:flex-row">
      <div className="min-w-0 flex-1">
        <Scale resource={resource} />
        <ul
          aria-label={words.heatMap.label(words.resources[resource])}
          className="flex flex-wrap gap-0.5"
          onPointerLeave={() => setPointed(undefined)}
        >
          {nodes.map((node) => (
            <Cell key={node.id} node={node} resource={resource} isStop={node.id === stop} onPoint={setPointed} onFocus={setCurrent} />
          ))}
        </ul>
        <p className="pt-2 text-xs text-muted">{words.heatMap.hint}</p>
      </div>
      <aside className="top-4 min-h-52 shrink-0 self-start rounded-xl border border-line bg-surface p-4 text-xs max-lg:w-full lg:sticky lg:w-72">
        {told ? <NodeTip node={told} /> : <p className="text-muted">{words.heatMap.none}</p>}
      </aside>
    </div>
  );
}

/** From cell to cell by the arrow keys. */
function moveFocus(event: KeyboardEvent<HTMLAnchorElement>) {
  const cells = [...(event.currentTarget.closest('ul')?.querySelectorAll('a') ?? [])];
  const next = cellAfterKey(event.key, cells.indexOf(event.currentTarget), cells);
  if (next === undefined) return;
  event.preventDefault();
  cells[next]?.focus();
}

interface CellProps {
  node: NodeRow;
  resource: NodeResource;
  /** Where the Tab key stops. */
  isStop: boolean;
  onPoint: (id: string) => void;
  onFocus: (id: string) => void;
}

const Cell = memo(function Cell({ node, resource, isStop, onPoint, onFocus }: CellProps) {
  const words = useNodesWords();
  const isLost = node.state === 'inactive';
  const name = nodeName(node);
  const label = isLost ? words.unreachableDial(name) : words.dial(name, formatPercent(node[resource]), words.resources[resource]);
  return (
    <li>
      <Link
        to={paths.node(node.id)}
        aria-label={label}
        tabIndex={isStop ? 0 : -1}
        onKeyDown={moveFocus}
        onFocus={() => onFocus(node.id)}
        onPointerEnter={() => onPoint(node.id)}
        className="block size-4 rounded-xs hover:outline-2 hover:outline-text"
        style={{ background: isLost ? CROSSED : fill(COLORS[resource], node[resource]) }}
      />
    </li>
  );
});

const STEPS = [0, 0.25, 0.5, 0.75, 1];

function Scale({ resource }: { resource: NodeResource }) {
  const { heatMap } = useNodesWords();
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-3 text-xs text-muted">
      {heatMap.scale}
      {STEPS.map((step) => (
        <span key={step} className="flex items-center gap-1">
          <span aria-hidden className="size-3 rounded-xs" style={{ background: fill(COLORS[resource], step) }} />
          {formatPercent(step)}
        </span>
      ))}
      <span className="flex items-center gap-1">
        <span aria-hidden className="size-3 rounded-xs" style={{ background: CROSSED }} />
        {heatMap.unreachable}
      </span>
    </p>
  );
}
