import { Search, X } from 'lucide-react';
import { useMessages } from '../i18n/messages.ts';
import { classNames } from '../util/class-names.ts';
import { inputLook } from './input-look.ts';
import { useTyped } from './use-typed.ts';

export interface SearchInputProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  className?: string;
}

/** A box that filters what is below it as one types; Escape empties it. */
export function SearchInput({ label, value, onChange, placeholder, className }: SearchInputProps) {
  const { common } = useMessages();
  const { shown, change, settle } = useTyped(value, onChange);
  return (
    <span className={classNames('relative block', className)}>
      <Search aria-hidden size={15} className="absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder ?? label}
        value={shown}
        autoComplete="off"
        spellCheck={false}
        className={classNames(inputLook, 'px-9 [&::-webkit-search-cancel-button]:hidden')}
        onBlur={settle}
        onChange={(event) => change(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && change('')}
      />
      {shown !== '' && (
        <button
          type="button"
          aria-label={common.clear}
          className="absolute top-1/2 right-2 -translate-y-1/2 rounded-sm p-1 text-muted hover:text-text"
          onClick={() => change('')}
        >
          <X aria-hidden size={14} />
        </button>
      )}
    </span>
  );
}
