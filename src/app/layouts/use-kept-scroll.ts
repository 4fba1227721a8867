import { type RefObject, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';

/** Back and Forward return to where one was in a page; the browser itself does so only where the window scrolls. */
export function useKeptScroll(scroller: RefObject<HTMLElement | null>): void {
  const { key } = useLocation();
  const returning = useNavigationType() === NavigationType.Pop;
  const positions = useRef(new Map<string, number>());
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const kept = positions.current;
    // As layout effects: after the new page has begun at its top, and before its smaller height moves the old page's position.
    const before = kept.get(key);
    if (returning && before !== undefined) element.scrollTo(0, before);
    const remember = () => kept.set(key, element.scrollTop);
    element.addEventListener('scroll', remember, { passive: true });
    return () => element.removeEventListener('scroll', remember);
  }, [scroller, key, returning]);
}
