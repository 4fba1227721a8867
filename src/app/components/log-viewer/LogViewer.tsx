import { useCallback, useMemo } from 'react';
import { useHref, useLocation } from 'react-router';
import type { logs } from '../../i18n/en/logs.ts';
import { useLogWords } from '../../i18n/log-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { formatBytes } from '../../util/format.ts';
import { FileSearch } from './FileSearch.tsx';
import type { LogState } from './log-reader.ts';
import { useLogParameters } from './log-parameters.ts';
import { fileName, type LogSource, sourceKey } from './log-source.ts';
import { LogLines } from './LogLines.tsx';
import { LogSearchBar } from './LogSearchBar.tsx';
import { LogToolbar } from './LogToolbar.tsx';
import type { MergedLine } from './merged-line.ts';
import { MergedLogViewer } from './MergedLogViewer.tsx';
import { ReadFailure } from './ReadFailure.tsx';
import { useLogReader } from './use-log-reader.ts';
import { useLogSearch } from './use-log-search.ts';

export interface LogViewerProps {
  /** One file, or several that are shown as one. */
  sources: readonly LogSource[];
  /** Where a line of one of several files is shown within its own file alone; `at` is the byte at which it begins. */
  addressOf?: (source: LogSource, at: number) => string;
}

/** Text files of agents, growing or not: followed, searched, paged through. What is shown of them is in the URL. Fills its parent's height. */
export function LogViewer({ sources, addressOf }: LogViewerProps) {
  const [only, second] = sources;
  if (only === undefined) return undefined;
  if (second === undefined || addressOf === undefined) return <FileLog key={sourceKey(only)} source={only} />;
  return <MergedLogViewer key={sources.map(sourceKey).join('\n')} sources={sources} addressOf={addressOf} />;
}

function FileLog({ source }: { source: LogSource }) {
  const words = useLogWords();
  const parameters = useLogParameters();
  const { at, query, wrap, times, set } = parameters;
  const { reader, state } = useLogReader(source, at);
  const { window, size, following } = state;
  const lines = useMemo(() => window.lines.map((line): MergedLine => ({ source: 0, line })), [window.lines]);
  const search = useLogSearch(lines, query);
  const hrefOf = useLineHref();
  const mark = useCallback((offset: number) => set('at', String(offset)), [set]);
  const follow = (on: boolean): void => {
    set('at', undefined);
    if (on) reader.open();
    else reader.pause();
  };
  const { pattern } = search;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2">
      <LogToolbar sources={[source]} following={following} onFollow={follow} parameters={parameters} />
      <LogSearchBar
        search={search}
        parameters={parameters}
        onStep={(by) => {
          reader.pause();
          search.step(by);
        }}
      />
      {pattern.kind === 'pattern' && state.loaded && (
        <FileSearch key={String(pattern.expression)} source={source} pattern={pattern} window={window} size={size} onFound={mark} />
      )}
      <FileNotices state={state} name={fileName(source)} onRetry={() => reader.open(at)} />
      {lines.length > 0 && (
        <LogLines
          lines={lines}
          label={words.content(fileName(source))}
          names={undefined}
          following={following}
          wrap={wrap}
          times={times}
          marksOf={search.marksOf}
          at={at}
          found={search.hits[search.current]}
          steps={search.steps}
          divider={undefined}
          hrefOf={hrefOf}
          onLink={({ line }) => mark(line.offset)}
          onPause={reader.pause}
          onMore={reader.more}
        />
      )}
      <Place state={state} onStart={() => set('at', '0')} />
    </div>
  );
}

/** The address of this page with a line marked. */
function useLineHref(): (entry: MergedLine) => string {
  const { pathname, search } = useLocation();
  const here = useHref(pathname);
  return ({ line }) => {
    const parameters = new URLSearchParams(search);
    parameters.set('at', String(line.offset));
    return `${here}?${parameters}`;
  };
}

function FileNotices({ state, name, onRetry }: { state: LogState; name: string; onRetry: () => void }) {
  const words = useLogWords();
  const { loaded, error, window } = state;
  return (
    <>
      {error !== undefined && (
        <Banner
          tone="warn"
          title={words.failed}
          action={
            !state.following && (
              <Button size="sm" onClick={onRetry}>
                {words.retry}
              </Button>
            )
          }
        >
          <ReadFailure error={error} />
        </Banner>
      )}
      {!loaded && error === undefined && <Skeleton className="h-40 w-full" />}
      {loaded && window.end === 0 && <p className="py-6 text-center text-muted">{words.empty(name)}</p>}
    </>
  );
}

/** Which part of the file is shown. */
function Place({ state: { window, size, loaded, loading }, onStart }: { state: LogState; onStart: () => void }) {
  const words = useLogWords();
  if (!loaded || size === 0) return undefined;
  return (
    <p className="flex min-h-7 flex-wrap items-center gap-x-3 text-xs text-muted">
      {placeWords(window, size, words)}
      {loading !== undefined && <span>{loading === 'before' ? words.loadingEarlier : words.loadingLater}</span>}
      {window.start > 0 && (
        <Button size="sm" variant="ghost" onClick={onStart}>
          {words.toStart}
        </Button>
      )}
    </p>
  );
}

function placeWords({ start, end }: LogState['window'], size: number, words: typeof logs): string {
  if (end < size) return words.part(formatBytes(start), formatBytes(end), formatBytes(size));
  return start === 0 ? words.whole(formatBytes(size)) : words.last(formatBytes(end - start), formatBytes(size));
}
