import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { LogQuery } from './log-pattern.ts';

/** How a log is shown and what is looked for in it, as the URL says: `?at=1234&find=error&regex=1&case=1&wrap=1&times=1`. */
export interface LogParameters {
  /** The line that is marked, by the byte of the file at which it begins. */
  at: number | undefined;
  query: LogQuery;
  wrap: boolean;
  times: boolean;
}

type LogParameter = 'at' | 'find' | 'regex' | 'case' | 'wrap' | 'times';

export function useLogParameters(): LogParameters & { set: (name: LogParameter, value: string | undefined) => void } {
  const [search, setSearch] = useSearchParams();
  const parameters = useMemo(() => readParameters(search), [search]);
  const set = useCallback(
    (name: LogParameter, value: string | undefined) =>
      setSearch((old) => withParameter(old, name, value), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  return { ...parameters, set };
}

function readParameters(search: URLSearchParams): LogParameters {
  const at = search.get('at');
  return {
    at: at !== null && /^\d+$/.test(at) ? Number(at) : undefined,
    query: { text: search.get('find') ?? '', regex: search.has('regex'), caseSensitive: search.has('case') },
    wrap: search.has('wrap'),
    times: search.has('times'),
  };
}

function withParameter(search: URLSearchParams, name: string, value: string | undefined): URLSearchParams {
  const next = new URLSearchParams(search);
  if (value === undefined || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
