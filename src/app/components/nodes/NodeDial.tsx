import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { Link } from 'react-router';
import { useNodesWords } from '../../i18n/nodes-words.ts';
import { paths } from '../../paths.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { formatPercent } from '../../util/format.ts';
import { dialArcs } from './dial-arcs.ts';
import { nodeName, type NodeRow } from './node-rows.ts';
import { NodeTip } from './NodeTip.tsx';
import { serviceColor } from './service-color.ts';
import type { NodeResource } from './use-node-view.ts';

const RADIUS = 34;
const STROKE = 7;
const LENGTH = 2 * Math.PI * RADIUS;
/** Between two services, so that they are told apart without colour. */
const GAP = 1.5;

/** A ring with what each service has of one resource of a node; hover and focus tell its tasks. */
export const NodeDial = memo(function NodeDial({ node, resource }: { node: NodeRow; resource: NodeResource }) {
  const words = useNodesWords();
  const name = nodeName(node);
  const percent = formatPercent(node[resource]);
  const isLost = node.state === 'inactive';
  return (
    <li>
      <Tooltip content={<NodeTip node={node} />}>
        <Link to={paths.node(node.id)} className="relative flex w-24 flex-col items-center gap-1 rounded-lg p-1.5 hover:bg-hover">
          <span className="sr-only">{isLost ? words.unreachableDial(name) : words.dial(name, percent, words.resources[resource])}</span>
          <svg viewBox="0 0 84 84" className="size-21" aria-hidden>
            <g transform="rotate(-90 42 42)" fill="none" strokeWidth={STROKE}>
              <circle
                cx="42"
                cy="42"
                r={RADIUS}
                stroke={isLost ? 'var(--danger)' : 'var(--line)'}
                strokeDasharray={isLost ? '6 4' : undefined}
              />
              {!isLost &&
                dialArcs(node, resource).map(({ service, from, to }) => (
                  <circle
                    key={service}
                    cx="42"
                    cy="42"
                    r={RADIUS}
                    stroke={serviceColor(service)}
                    strokeDasharray={`${Math.max(1, (to - from) * LENGTH - GAP)} ${LENGTH}`}
                    strokeDashoffset={-from * LENGTH}
                  />
                ))}
            </g>
            {isLost ? (
              <TriangleAlert x={31} y={30} width={22} height={22} className="text-danger" />
            ) : (
              <>
                <text x="42" y="43" textAnchor="middle" className="fill-text text-[15px] font-medium">
                  {percent}
                </text>
                <text x="42" y="56" textAnchor="middle" className="fill-muted text-[9px]">
                  {words.resources[resource]}
                </text>
              </>
            )}
          </svg>
          <span aria-hidden className="max-w-full truncate text-xs">
            {name}
          </span>
          {node.state !== 'active' && <span className="-mt-1 max-w-full truncate text-xs text-muted">{words.states[node.state]}</span>}
        </Link>
      </Tooltip>
    </li>
  );
});
