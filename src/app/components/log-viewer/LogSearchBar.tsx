import { CaseSensitive, ChevronDown, ChevronUp, Regex } from 'lucide-react';
import type { ReactNode, SubmitEvent } from 'react';
import { useLogWords } from '../../i18n/log-words.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { classNames } from '../../util/class-names.ts';
import type { useLogParameters } from './log-parameters.ts';
import { SearchFailure } from './SearchFailure.tsx';
import type { LogSearch } from './use-log-search.ts';

export interface LogSearchBarProps {
  search: LogSearch;
  parameters: ReturnType<typeof useLogParameters>;
  onStep: (by: -1 | 1) => void;
}

/** What is looked for, and the way from one line that fits to the next. */
export function LogSearchBar({ search, parameters, onStep }: LogSearchBarProps) {
  const words = useLogWords();
  const { query, set } = parameters;
  const stepOnEnter = (event: SubmitEvent): void => {
    event.preventDefault();
    if (search.hits.length > 0) onStep(-1);
  };
  return (
    <form className="flex flex-wrap items-center gap-x-2 gap-y-1" onSubmit={stepOnEnter}>
      <SearchInput label={words.search} value={query.text} onChange={(text) => set('find', text)} className="min-w-40 flex-1" />
      <Toggle label={words.regex} on={query.regex} onToggle={(on) => set('regex', on ? '1' : undefined)}>
        <Regex aria-hidden size={16} />
      </Toggle>
      <Toggle label={words.matchCase} on={query.caseSensitive} onToggle={(on) => set('case', on ? '1' : undefined)}>
        <CaseSensitive aria-hidden size={18} />
      </Toggle>
      {search.hits.length > 0 && (
        <>
          <IconButton label={words.older} onClick={() => onStep(-1)}>
            <ChevronUp aria-hidden size={18} />
          </IconButton>
          <IconButton label={words.newer} onClick={() => onStep(1)}>
            <ChevronDown aria-hidden size={18} />
          </IconButton>
        </>
      )}
      <output
        className={classNames('text-xs', search.pattern.kind === 'invalid' || search.failure !== undefined ? 'text-danger' : 'text-muted')}
      >
        <Outcome search={search} />
      </output>
    </form>
  );
}

function Outcome({ search: { pattern, hits, failure, current } }: { search: LogSearch }) {
  const words = useLogWords();
  if (pattern.kind === 'none') return undefined;
  if (pattern.kind === 'invalid') return words.invalid(pattern.message);
  if (failure !== undefined) return <SearchFailure error={failure} />;
  if (hits.length === 0) return words.noMatch;
  return current === -1 ? words.fitting(hits.length) : words.matches(current + 1, hits.length);
}

interface ToggleProps {
  label: string;
  on: boolean;
  onToggle: (on: boolean) => void;
  children: ReactNode;
}

function Toggle({ label, on, onToggle, children }: ToggleProps) {
  return (
    <IconButton
      label={label}
      aria-pressed={on}
      className={classNames('border', on ? 'border-accent bg-accent-soft text-accent' : 'border-transparent')}
      onClick={() => onToggle(!on)}
    >
      {children}
    </IconButton>
  );
}
