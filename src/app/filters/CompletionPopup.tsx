import { Autocomplete } from '@base-ui/react/autocomplete';
import { useFilterLanguageWords } from '../i18n/filter-words.ts';
import { formatCount } from '../util/format.ts';
import type { Offer } from './use-completion.ts';

/** What a filter could go on with, below its box, which keeps the focus. */
export function CompletionPopup({ label }: { label: string }) {
  const words = useFilterLanguageWords();
  return (
    <Autocomplete.Portal>
      <Autocomplete.Positioner sideOffset={6} align="start" className="z-30 outline-hidden">
        <Autocomplete.Popup className="max-h-80 max-w-[min(28rem,94vw)] min-w-56 overflow-y-auto rounded-lg border border-line bg-raised p-1 text-sm text-text shadow-pop outline-hidden">
          <Autocomplete.List aria-label={words.completions(label)}>
            {(offer: Offer) => (
              <Autocomplete.Item
                key={offer.insert}
                value={offer}
                className="flex cursor-default items-baseline gap-4 rounded-md px-2.5 py-1.5 outline-hidden select-none data-highlighted:bg-hover"
              >
                <span className="mr-auto font-mono text-xs leading-5 wrap-anywhere">{offer.insert}</span>
                <span className="shrink-0 text-xs text-muted">{detail(offer, words.keys)}</span>
              </Autocomplete.Item>
            )}
          </Autocomplete.List>
        </Autocomplete.Popup>
      </Autocomplete.Positioner>
    </Autocomplete.Portal>
  );
}

/** How many rows have a value; what a key is about. */
function detail({ insert, kind, count }: Offer, keys: Readonly<Partial<Record<string, string>>>): string | undefined {
  if (count !== undefined) return formatCount(count);
  return kind === 'key' ? keys[insert.replace(/[:>]$/, '')] : undefined;
}
