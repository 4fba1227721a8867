import { useMemo } from 'react';
import { useSearchText } from '../../util/use-search-text.ts';

export interface JobSelection {
  names: ReadonlySet<string>;
  set: (names: Iterable<string>) => void;
  toggle: (name: string) => void;
}

/** The jobs that are ticked, in the URL; names have no commas. The same object until that changes. */
export function useJobSelection(): JobSelection {
  const [text, setText] = useSearchText('selected');
  return useMemo(() => {
    const names = new Set(text.split(',').filter(Boolean));
    const set = (next: Iterable<string>) => setText([...next].join(','));
    const toggle = (name: string) => set(names.has(name) ? [...names].filter((each) => each !== name) : [...names, name]);
    return { names, set, toggle };
  }, [text, setText]);
}
