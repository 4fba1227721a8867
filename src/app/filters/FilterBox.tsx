import { Autocomplete } from '@base-ui/react/autocomplete';
import { ListFilter, Search, X } from 'lucide-react';
import { type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { useFilterLanguageWords } from '../i18n/filter-words.ts';
import { useMessages } from '../i18n/messages.ts';
import { inputLook } from '../ui/input-look.ts';
import { ColumnsMenu } from '../tables/ColumnsMenu.tsx';
import { useTyped } from '../ui/use-typed.ts';
import { classNames } from '../util/class-names.ts';
import { CompletionPopup } from './CompletionPopup.tsx';
import type { FilterInputProps } from './FilterInput.tsx';
import type { FilterProblem } from './filter-problem.ts';
import { problemSentence } from './problem-words.ts';
import { ProblemMarks } from './ProblemMarks.tsx';
import { SavedViewsMenu } from './SavedViewsMenu.tsx';
import { type Offer, useCompletion, type Written } from './use-completion.ts';

const NO_ROWS: never[] = [];
const textAfter = ({ taken }: Offer): string => taken.text;

/** The box itself, loaded after the first look at a page. */
export function FilterBox<Row extends object>({
  label,
  placeholder,
  filter,
  fields,
  rows,
  className,
  columns,
  sortParameter = 'sort',
  views = true,
}: FilterInputProps<Row>) {
  const problemId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { shown, settle, caret, setCaret, completion, write, type, take } = useWriting(input, { filter, fields, rows });
  const { offers } = completion;
  const leave = () => {
    settle();
    completion.close();
  };
  // What is still being written is not wrong yet.
  const problems = filter.problems.filter(({ span }) => offers.length === 0 || caret === undefined || caret < span.from || caret > span.to);
  const [problem] = problems;
  return (
    <Autocomplete.Root<Offer>
      inline
      filter={null}
      items={offers}
      itemToStringValue={textAfter}
      value={shown}
      onValueChange={type}
      open={offers.length > 0}
      // pressing a key's completion goes on with its values
      onOpenChange={(open, { reason }) => !open && reason !== 'item-press' && completion.close()}
    >
      <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
        <div className="flex gap-1.5">
          <div className="relative min-w-0 flex-1">
            <Search aria-hidden size={15} className="absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
            <Autocomplete.Input
              ref={input}
              type="text"
              inputMode="search"
              data-page-filter=""
              aria-label={label}
              aria-expanded={offers.length > 0}
              aria-invalid={problem !== undefined || undefined}
              aria-describedby={problem && problemId}
              placeholder={placeholder ?? label}
              autoCapitalize="none"
              spellCheck={false}
              className={classNames(inputLook, 'pr-16 pl-9')}
              onBlur={leave}
              onKeyDown={({ key }) => key === 'ArrowDown' && offers.length === 0 && completion.ask()}
              onSelect={({ currentTarget }) => setCaret(currentTarget.selectionEnd ?? undefined)}
            />
            <ProblemMarks text={shown} problems={problems} input={input} />
            <BoxButtons empty={shown === ''} onClear={() => write({ text: '', caret: 0 })} onAsk={completion.ask} input={input} />
            <CompletionPopup label={label} shown={offers.length > 0} onTake={take} />
          </div>
          {columns && <ColumnsMenu columns={columns} sortParameter={sortParameter} />}
          {views && <SavedViewsMenu />}
        </div>
        <Problem id={problemId} problem={problem} />
      </div>
    </Autocomplete.Root>
  );
}

/** What is written, where the caret is in it, and what is offered there. */
function useWriting<Row extends object>(
  input: RefObject<HTMLInputElement | null>,
  { filter, fields, rows }: Pick<FilterInputProps<Row>, 'filter' | 'fields' | 'rows'>,
) {
  const { shown, change, settle } = useTyped(filter.text, filter.setText);
  const [caret, setCaret] = useState<number>();
  const completion = useCompletion({ text: shown, caret: caret ?? shown.length }, fields, rows ?? NO_ROWS);
  const placeCaret = useCaretPlace(input);
  const write = (written: Written) => {
    change(written.text);
    setCaret(written.caret);
    placeCaret(written.caret);
  };
  const type = (text: string) => {
    change(text);
    setCaret(input.current?.selectionEnd ?? text.length);
    completion.follow();
  };
  const take = ({ kind, taken }: Offer) => {
    write(taken);
    // a key asks for its value; after a value there is nothing to ask for
    if (kind === 'value') completion.close();
    else completion.follow();
  };
  return { shown, settle, caret, setCaret, completion, write, type, take };
}

/** Puts the caret where a completion ends, once its text is in the box. */
function useCaretPlace(input: RefObject<HTMLInputElement | null>): (caret: number) => void {
  const wanted = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    input.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = undefined;
  });
  return (caret) => {
    wanted.current = caret;
  };
}

interface BoxButtonsProps {
  empty: boolean;
  onClear: () => void;
  onAsk: () => void;
  /** Has the focus afterwards. */
  input: RefObject<HTMLInputElement | null>;
}

function BoxButtons({ empty, onClear, onAsk, input }: BoxButtonsProps) {
  const { common } = useMessages();
  const words = useFilterLanguageWords();
  const press = (act: () => void) => () => {
    input.current?.focus();
    act();
  };
  return (
    <span className="absolute top-1/2 right-2 flex -translate-y-1/2 gap-0.5">
      {!empty && (
        <button type="button" aria-label={common.clear} className="rounded-sm p-1 text-muted hover:text-text" onClick={press(onClear)}>
          <X aria-hidden size={14} />
        </button>
      )}
      <button
        type="button"
        aria-label={words.possibilities}
        title={words.possibilities}
        className="rounded-sm p-1 text-muted hover:text-text"
        onMouseDown={(event) => event.preventDefault()}
        onClick={press(onAsk)}
      >
        <ListFilter aria-hidden size={14} />
      </button>
    </span>
  );
}

/** What is wrong, said when it comes. */
function Problem({ id, problem }: { id: string; problem: FilterProblem | undefined }) {
  const words = useFilterLanguageWords();
  return (
    <p id={id} aria-live="polite" className={problem ? 'text-xs text-danger wrap-anywhere' : 'sr-only'}>
      {problem && problemSentence(problem, words)}
    </p>
  );
}
