import { useNavigate } from 'react-router';
import { useLogWords } from '../../i18n/log-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { withBase } from '../../util/http.ts';
import { useLogParameters } from './log-parameters.ts';
import type { LogSource } from './log-source.ts';
import { LogLines } from './LogLines.tsx';
import { LogSearchBar } from './LogSearchBar.tsx';
import { LogToolbar } from './LogToolbar.tsx';
import type { MergedLine } from './merged-line.ts';
import { ReadFailure } from './ReadFailure.tsx';
import { useMergedReader } from './use-log-reader.ts';
import { useLogSearch } from './use-log-search.ts';

interface MergedLogViewerProps {
  sources: readonly LogSource[];
  addressOf: (source: LogSource, at: number) => string;
}

/** Several files as one, each line with the name of its file. */
export function MergedLogViewer({ sources, addressOf }: MergedLogViewerProps) {
  const words = useLogWords();
  const navigate = useNavigate();
  const parameters = useLogParameters();
  const { reader, state } = useMergedReader(sources);
  const search = useLogSearch(state.lines, parameters.query);
  const names = sources.map(({ name }) => name);
  const addressOfLine = ({ source, line }: MergedLine): string => {
    const file = sources[source];
    return file === undefined ? '' : addressOf(file, line.offset);
  };
  const step = (by: -1 | 1): void => {
    reader.pause();
    search.step(by);
  };
  const label = words.content(names.join(', '));
  const { atFirst } = state;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <LogToolbar
        sources={sources}
        following={state.following}
        onFollow={(on) => (on ? reader.follow() : reader.pause())}
        parameters={parameters}
      />
      <LogSearchBar search={search} parameters={parameters} onStep={step} />
      <ul className="contents">
        {state.errors.map((error, index) =>
          error === undefined ? undefined : (
            <li key={names[index]}>
              <Banner tone="warn" title={words.failedPart(names[index] ?? '')}>
                <ReadFailure error={error} />
              </Banner>
            </li>
          ),
        )}
      </ul>
      {!state.loaded && <Skeleton className="h-40 w-full" />}
      {state.loaded && state.lines.length === 0 && <p className="py-6 text-center text-muted">{words.empty(names.join(', '))}</p>}
      {state.lines.length > 0 && (
        <LogLines
          lines={state.lines}
          label={label}
          names={names}
          following={state.following}
          wrap={parameters.wrap}
          times={parameters.times}
          marksOf={search.marksOf}
          at={undefined}
          found={search.hits[search.current]}
          steps={search.steps}
          divider={atFirst === undefined || atFirst === 0 ? undefined : { before: atFirst, text: words.merged }}
          hrefOf={(entry) => withBase(addressOfLine(entry))}
          onLink={(entry) => void navigate(addressOfLine(entry))}
          onPause={reader.pause}
          onMore={(where) => where === 'before' && reader.earlier()}
        />
      )}
      <p className="text-xs text-muted">{state.loading ? words.loadingEarlier : words.mergedBefore[state.before]}</p>
    </div>
  );
}
