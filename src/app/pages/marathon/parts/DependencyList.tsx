import { Link } from 'react-router';
import { useGroupWords } from '../../../i18n/group-words.ts';
import type { DependencyGraph } from '../rules/dependency-graph.ts';
import { useMarathonPaths } from '../../../util/use-marathon-paths.ts';

/** The same dependencies in words. */
export function DependencyList({ graph: { nodes, edges } }: { graph: DependencyGraph }) {
  const places = useMarathonPaths();
  const words = useGroupWords().graph;
  const groups = new Set(nodes.flatMap(({ id, kind }) => (kind === 'group' ? [id] : [])));
  const item = (id: string) => (
    <Link to={groups.has(id) ? places.group(id) : places.app(id)} className="rounded-sm font-medium hover:underline">
      {id}
    </Link>
  );
  return (
    <ul aria-label={words.table} className="flex flex-col gap-1 text-sm wrap-anywhere">
      {edges.map(({ from, to }) => (
        <li key={`${from} ${to}`}>
          {item(from)} <span className="text-muted">{words.dependsOn}</span> {item(to)}
        </li>
      ))}
    </ul>
  );
}
