import { useLogWords } from '../../i18n/log-words.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { formatBytes } from '../../util/format.ts';
import type { Pattern } from './log-pattern.ts';
import type { LogSource } from './log-source.ts';
import type { LogWindow } from './log-window.ts';
import { SearchFailure } from './SearchFailure.tsx';
import { useFileSearch } from './use-file-search.ts';

export interface FileSearchProps {
  source: LogSource;
  pattern: Pattern;
  window: LogWindow;
  size: number;
  onFound: (offset: number) => void;
}

/** Goes on searching through what is not shown of the file, with its progress and a way to stop. Its key is the pattern. */
export function FileSearch({ source, pattern, window, size, onFound }: FileSearchProps) {
  const words = useLogWords();
  const { state, start, stop } = useFileSearch(source, pattern, onFound);
  if (window.start === 0 && window.end >= size) return undefined;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-xs">
      {state.kind === 'running' ? (
        <>
          <progress
            className="h-1.5 w-40 accent-(--accent-fill)"
            max={state.all}
            value={state.searched}
            aria-label={words.searchProgress}
          />
          <span className="text-muted">{words.searching(formatBytes(state.searched), formatBytes(state.all))}</span>
          <Button size="sm" onClick={stop}>
            {words.cancelSearch}
          </Button>
        </>
      ) : (
        <>
          {window.start > 0 && (
            <Button size="sm" onClick={() => void start('back', window, size)}>
              {words.searchBack}
            </Button>
          )}
          {window.end < size && (
            <Button size="sm" onClick={() => void start('on', window, size)}>
              {words.searchOn}
            </Button>
          )}
        </>
      )}
      <output className="text-muted">{state.kind === 'nothing' && words.foundNothing(formatBytes(state.searched))}</output>
      {state.kind === 'failed' && (
        <Banner tone="warn" title={words.searchFailed}>
          <SearchFailure error={state.error} />
        </Banner>
      )}
    </div>
  );
}
