import { useEffect, useState } from 'react';
import { createTextMatcher, type MatchWorker, type TextMatcher } from './text-matcher.ts';

/** A matcher for the life of the calling component. Its worker is started with the first regular expression. */
export function useTextMatcher(): TextMatcher {
  const [matcher] = useState(() =>
    createTextMatcher((): MatchWorker => new Worker(new URL('match-worker.ts', import.meta.url), { type: 'module' })),
  );
  useEffect(() => () => matcher.close(), [matcher]);
  return matcher;
}
