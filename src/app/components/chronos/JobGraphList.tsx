import { Plus, X } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { chronosPaths } from '../../chronos-paths.ts';
import { useChronosWords } from '../../i18n/chronos-words.ts';
import { keepingSearch } from '../../paths.ts';
import type { JobGraph } from './job-graph.ts';

const BUTTON = 'inline-flex size-6 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text';

/** The drawing in words: each job with what it runs after, and the ways to change that. */
export function JobGraphList({ graph }: { graph: JobGraph }) {
  const { graphPage: words } = useChronosWords();
  const { search } = useLocation();
  const parentsOf = Map.groupBy(graph.edges, ({ to }) => to);
  return (
    <ul aria-label={words.list} className="flex flex-col gap-1">
      {graph.nodes.map(({ id }) => {
        const parents = parentsOf.get(id);
        return parents === undefined ? undefined : (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <Link to={chronosPaths.job(id)} className="font-medium hover:underline">
              {id}
            </Link>
            <span className="text-muted">{words.after}</span>
            {parents.map(({ from }) => (
              <span key={from} className="inline-flex items-center gap-0.5">
                <Link to={chronosPaths.job(from)} className="text-accent hover:underline">
                  {from}
                </Link>
                <Link
                  to={keepingSearch(chronosPaths.unlink(id, from), search)}
                  preventScrollReset
                  aria-label={words.unlink(id, from)}
                  title={words.unlink(id, from)}
                  className={BUTTON}
                >
                  <X aria-hidden size={14} />
                </Link>
              </span>
            ))}
            <Link
              to={keepingSearch(chronosPaths.link(id), search)}
              preventScrollReset
              aria-label={words.link(id)}
              title={words.link(id)}
              className={BUTTON}
            >
              <Plus aria-hidden size={14} />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
