import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent } from 'react';
import { keyAt, type MergedLine } from './merged-line.ts';

export interface InView {
  lines: readonly MergedLine[];
  following: boolean;
  wrap: boolean;
  at: number | undefined;
  found: number | undefined;
  steps: number;
}

/** Keeps the end in view while it is followed, and brings a line into view when a search steps to it or the URL begins to lead to it. */
export function useKeepInView(
  { lines, following, wrap, found, steps, at }: InView,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
): void {
  const marked = at === undefined ? -1 : lines.findIndex(({ line }) => line.offset === at);
  const showEnd = useEffectEvent(() => virtualizer.scrollToIndex(lines.length - 1, { align: 'end' }));
  const showFound = useEffectEvent(() => found !== undefined && virtualizer.scrollToIndex(found, { align: 'center' }));
  const showMarked = useEffectEvent(() => virtualizer.scrollToIndex(marked, { align: 'center' }));
  // names the last line, since a list that lets go of its first lines does not grow
  const last = following ? keyAt(lines, lines.length - 1) : '';
  const wanted = last === '' ? undefined : `${last} ${wrap}`;
  useEffect(() => {
    if (wanted !== undefined) showEnd();
  }, [wanted]);
  useEffect(() => {
    if (steps > 0) showFound();
  }, [steps]);
  const address = marked < 0 ? undefined : at;
  useEffect(() => {
    if (address !== undefined) showMarked();
  }, [address]);
}
