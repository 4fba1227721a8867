import { useSearchText } from '../../util/use-search-text.ts';

/** The jobs that are ticked, in the URL; names have no commas. */
export function useJobSelection() {
  const [text, setText] = useSearchText('selected');
  const names = new Set(text.split(',').filter(Boolean));
  const set = (next: Iterable<string>) => setText([...next].join(','));
  return {
    names,
    set,
    toggle: (name: string) => set(names.has(name) ? [...names].filter((each) => each !== name) : [...names, name]),
  };
}
