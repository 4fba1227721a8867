import type { Virtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { keyAt, type MergedLine } from './merged-line.ts';

interface CursorOf {
  lines: readonly MergedLine[];
  scroller: RefObject<HTMLDivElement | null>;
  virtualizer: Virtualizer<HTMLDivElement, Element>;
  /** Enter asks for the line's link. */
  onLink: (entry: MergedLine) => void;
}

/** The key of the line that the arrow keys are at; empty until one is pressed. */
export function useLineCursor({ lines, scroller, virtualizer, onLink }: CursorOf): string {
  const [key, setKey] = useState('');
  const move = (at: number, by: 1 | -1): void => {
    const first = virtualizer.range?.[by === 1 ? 'startIndex' : 'endIndex'] ?? 0;
    const next = at === -1 ? first : Math.min(Math.max(0, at + by), lines.length - 1);
    setKey(keyAt(lines, next));
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    const at = key === '' ? -1 : lines.findIndex((_, index) => keyAt(lines, index) === key);
    const entry = lines[at];
    if (event.key === 'Enter' && entry !== undefined) onLink(entry);
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    move(at, event.key === 'ArrowUp' ? -1 : 1);
  });
  useEffect(() => {
    const box = scroller.current;
    const listener = (event: KeyboardEvent): void => press(event);
    box?.addEventListener('keydown', listener);
    return () => box?.removeEventListener('keydown', listener);
  }, [scroller]);
  return key;
}
