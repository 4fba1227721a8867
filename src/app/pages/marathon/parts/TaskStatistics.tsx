import { useDebugWords } from '../../../i18n/debug-words.ts';
import type { AppDetail } from '../../../live/marathon-wire.ts';
import { formatDuration } from '../../../util/format.ts';
import { TitledSection } from './TitledSection.tsx';

const KINDS = ['startedAfterLastScaling', 'withLatestConfig', 'withOutdatedConfig', 'totalSummary'] as const;

/** How many of the instances of each kind are how, and how long they have been running. */
export function TaskStatistics({ app }: { app: AppDetail }) {
  const { statistics: words } = useDebugWords();
  const figures = app.taskStats ?? app.tasksStats;
  const rows = KINDS.flatMap((kind) => {
    const stats = figures?.[kind]?.stats;
    return stats ? [{ kind, ...stats }] : [];
  });
  if (rows.length === 0) {
    return (
      <TitledSection title={words.title}>
        <p className="text-muted">{words.none}</p>
      </TitledSection>
    );
  }
  const columns = [words.running, words.healthy, words.unhealthy, words.staged, words.average, words.median];
  return (
    <TitledSection title={words.title}>
      {/* One card an entry on a phone: a table of seven columns has no room there. */}
      <table className="w-full max-sm:block">
        <thead className="text-xs text-muted max-sm:sr-only">
          <tr>
            <th scope="col" className="pb-1 text-left font-medium">
              {words.kind}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="pb-1 text-right font-medium">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map(({ kind, counts, lifeTime }) => (
            <tr key={kind} className="border-t border-line max-sm:block max-sm:py-2">
              <th scope="row" className="py-1.5 text-left font-normal max-sm:block max-sm:font-medium">
                {words.kinds[kind]}
              </th>
              {[
                counts.running,
                counts.healthy,
                counts.unhealthy,
                counts.staged,
                lifeTime ? formatDuration(lifeTime.averageSeconds * 1000) : '–',
                lifeTime ? formatDuration(lifeTime.medianSeconds * 1000) : '–',
              ].map((value, index) => (
                <td key={columns[index]} className="py-1.5 text-right max-sm:flex max-sm:justify-between max-sm:py-0.5">
                  <span aria-hidden className="text-muted sm:hidden">
                    {columns[index]}
                  </span>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TitledSection>
  );
}
