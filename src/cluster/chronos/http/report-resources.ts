import { json } from '../../../api/http/fetch.ts';
import type { Resource } from '../../rest/dispatch.ts';
import type { Chronos } from '../chronos.ts';
import { noSuchJob } from '../errors.ts';
import { runJson } from '../state.ts';
import { histogramOf } from '../statistics.ts';
import { graphCsv, graphDot } from './graph-view.ts';
import { at } from './job-resources.ts';
import { plain } from './plain-answers.ts';

/** Statistics, run history, the graph of dependencies and who leads. */
export function reportResources({ book }: Chronos, base: string, leader: string): Resource[] {
  return [
    {
      pattern: at(base, 'job/stat/([^/]+)'),
      methods: {
        GET({ params: [name = ''] }) {
          if (!book.jobs().has(name)) throw noSuchJob(name);
          // Chronos has this list from Cassandra only; ours is at `job/runs`.
          return json({ histogram: histogramOf(book.durations(name)), taskStatHistory: [] });
        },
      },
    },
    {
      pattern: at(base, 'job/runs/([^/]+)'),
      methods: {
        GET({ params: [name = ''] }) {
          if (!book.jobs().has(name)) throw noSuchJob(name);
          return json(book.runs(name).map(runJson));
        },
      },
    },
    { pattern: at(base, 'stats/([^/]+)'), methods: { GET: ({ params: [field = ''] }) => json(statistics(book, field)) } },
    { pattern: at(base, 'graph/csv'), produces: ['text/plain'], methods: { GET: () => plain(graphCsv(book)) } },
    { pattern: at(base, 'graph/dot'), produces: ['text/plain'], methods: { GET: () => plain(graphDot(book.jobs())) } },
    { pattern: at(base, 'leader'), methods: { GET: () => json({ leader }) } },
  ];
}

/** One figure of every job's runs, in seconds, the longest first; none for a figure that is not known. */
function statistics(book: Chronos['book'], field: string): { jobNameLabel: string; time: number }[] {
  const known = Object.keys(histogramOf([]));
  if (!known.includes(field)) return [];
  return [...book.jobs().keys()]
    .map((name) => ({
      jobNameLabel: name,
      time: Number(Object.entries(histogramOf(book.durations(name))).find(([key]) => key === field)?.[1]) / 1000,
    }))
    .sort((a, b) => b.time - a.time);
}
