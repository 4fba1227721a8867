import { Autocomplete } from '@base-ui/react/autocomplete';
import { useFilterLanguageWords } from '../i18n/filter-words.ts';
import { formatCount } from '../util/format.ts';
import type { Offer } from './use-completion.ts';

/**
 * What a filter could go on with, below its box, which keeps the focus. Base UI's own popup would hide the rest of the page from
 * screen readers while one types.
 */
export function CompletionPopup({ label, shown, onTake }: { label: string; shown: boolean; onTake: (offer: Offer) => void }) {
  const words = useFilterLanguageWords();
  return (
    <div
      hidden={!shown}
      className="absolute top-10 left-0 z-30 max-h-80 w-max max-w-[min(28rem,calc(100vw-2rem))] min-w-56 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-sm text-text shadow-pop"
    >
      <Autocomplete.List aria-label={words.completions(label)} onMouseDown={(event) => event.preventDefault()}>
        {(offer: Offer) => (
          <Autocomplete.Item
            key={offer.insert}
            value={offer}
            onClick={() => onTake(offer)}
            className="flex cursor-default items-baseline gap-4 rounded-md px-2.5 py-1.5 outline-hidden select-none data-highlighted:bg-hover"
          >
            <span className="mr-auto font-mono text-xs leading-5 wrap-anywhere">{offer.insert}</span>
            <span className="shrink-0 text-xs text-muted">{detail(offer, words.keys)}</span>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </div>
  );
}

/** How many rows have a value; what a key is about. */
function detail({ insert, kind, count }: Offer, keys: Readonly<Partial<Record<string, string>>>): string | undefined {
  if (count !== undefined) return formatCount(count);
  return kind === 'key' ? keys[insert.replace(/[:>]$/, '')] : undefined;
}
