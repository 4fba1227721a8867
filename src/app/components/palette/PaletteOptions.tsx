import { Autocomplete } from '@base-ui/react/autocomplete';
import { usePaletteWords } from '../../i18n/palette-words.ts';
import { KIND_ICONS } from './kind-icons.ts';
import type { PaletteItem } from './palette-item.ts';
import type { PaletteResults } from './use-palette-results.ts';

export interface PaletteOptionsProps {
  typed: string;
  results: PaletteResults;
  onChoose: (item: PaletteItem) => void;
}

/** The list below the palette's field, and what is missing from it. */
export function PaletteOptions({ typed, results, onChoose }: PaletteOptionsProps) {
  const words = usePaletteWords();
  const { recent } = results;
  return (
    <>
      <Autocomplete.List aria-label={words.results} className="min-h-0 flex-1 scroll-py-1.5 overflow-y-auto p-1.5 empty:hidden">
        {(item: PaletteItem) => (
          <Autocomplete.Item
            key={`${item.label} ${item.to}`}
            value={item}
            onClick={() => onChoose(item)}
            className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-2.5 py-1.5 outline-hidden select-none data-highlighted:bg-accent-soft"
          >
            <OptionContent item={item} isRecent={typed === '' && recent.has(item.to)} />
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
      <PaletteStatus typed={typed} results={results} />
    </>
  );
}

function OptionContent({ item, isRecent }: { item: PaletteItem; isRecent: boolean }) {
  const words = usePaletteWords();
  const Icon = KIND_ICONS[item.kind];
  return (
    <>
      <Icon aria-hidden size={16} className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
      <span className="shrink-0 text-xs text-muted">
        {isRecent && `${words.recent} · `}
        {words.kinds[item.kind]}
      </span>
    </>
  );
}

function PaletteStatus({ typed, results: { items, loading, failed } }: Omit<PaletteOptionsProps, 'onChoose'>) {
  const words = usePaletteWords();
  const text = typed.trim();
  return (
    <output className="flex flex-wrap gap-x-4 border-t border-line bg-canvas px-4 py-2 text-xs text-muted">
      {items.length === 0 && !loading ? (
        <span>
          <span className="block text-sm text-text">{words.nothing(text)}</span>
          {words.nothingHint}
        </span>
      ) : (
        <span>{words.count(items.length)}</span>
      )}
      {loading && text !== '' && <span>{words.loading}</span>}
      {failed.length > 0 && <span className="text-warn">{words.failed(failed.map((kind) => words.kinds[kind]).join(', '))}</span>}
    </output>
  );
}
