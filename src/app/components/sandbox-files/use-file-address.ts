import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { cleanPath } from './file-path.ts';

/** Where one is in a sandbox, as the URL says: `?path=deep/down&open=notes.txt`. */
export interface FileAddress {
  /** The directory, within the sandbox. */
  directory: string;
  /** The file of it that is shown; undefined for the list. */
  file: string | undefined;
  /** Links to a directory, and to a file of it. */
  toDirectory: (path: string) => string;
  toFile: (path: string, name: string) => string;
}

export function useFileAddress(): FileAddress {
  const [search] = useSearchParams();
  return useMemo(() => {
    const link = (path: string, file: string | undefined): string => {
      const next = new URLSearchParams({ ...(path !== '' && { path }), ...(file !== undefined && { open: file }) });
      const sort = search.get('sort');
      if (sort !== null) next.set('sort', sort);
      return `?${next}`;
    };
    return {
      directory: cleanPath(search.get('path') ?? ''),
      file: search.get('open') ?? undefined,
      toDirectory: (path) => link(path, undefined),
      toFile: link,
    };
  }, [search]);
}
