import { useMemo } from 'react';
import { PackageCard } from '../../components/catalog/PackageCard.tsx';
import { PACKAGES } from '../../components/catalog/packages.ts';
import { useCatalogWords } from '../../i18n/catalog-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchInput } from '../../ui/SearchInput.tsx';
import { useSearchText } from '../../util/use-search-text.ts';

/** Apps and jobs that are ready to run, one click from a filled form. */
export function CatalogPage() {
  const words = useCatalogWords();
  const { common } = useMessages();
  const [text, setText] = useSearchText('q');
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    return PACKAGES.filter(({ name, kind }) => {
      const { title, description } = words.packages[name];
      return `${name} ${words.kinds[kind]} ${title} ${description}`.toLowerCase().includes(wanted);
    });
  }, [text, words]);
  return (
    <Page title={words.title}>
      <p className="max-w-3xl text-muted">{words.intro}</p>
      <SearchInput label={words.find} value={text} onChange={setText} className="w-full sm:w-80" />
      {shown.length === 0 ? (
        <EmptyState title={words.noMatch(text)} action={<Button onClick={() => setText('')}>{common.clear}</Button>} />
      ) : (
        <ul aria-label={words.title} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {shown.map((item) => (
            <PackageCard key={item.name} item={item} name={item.name} />
          ))}
        </ul>
      )}
    </Page>
  );
}
