import { useSearchParams } from 'react-router';

export type JobFormMode = 'form' | 'json';

/** What of the form is in the address: `?mode=json`, `?step=review`; and the query of the page behind it. */
export function useJobFormAddress() {
  const [search, setSearch] = useSearchParams();
  const set = (name: 'mode' | 'step', value: string | undefined) =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        if (value === undefined) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const behind = new URLSearchParams(search);
  for (const own of ['mode', 'step', 'package']) behind.delete(own);
  const mode: JobFormMode = search.get('mode') === 'json' ? 'json' : 'form';
  return {
    mode,
    reviewing: search.get('step') === 'review',
    setMode: (mode: JobFormMode) => set('mode', mode === 'json' ? 'json' : undefined),
    setReviewing: (on: boolean) => set('step', on ? 'review' : undefined),
    searchBehind: behind.toString(),
  };
}
