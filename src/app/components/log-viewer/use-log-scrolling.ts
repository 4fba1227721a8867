import { type RefObject, useEffect, useEffectEvent } from 'react';

interface Scrolled {
  lines: readonly unknown[];
  following: boolean;
  onPause: () => void;
  onMore: (where: 'before' | 'after') => void;
}

/** Nearer than this to an end, more is read. */
const NEAR_END_PIXELS = 600;
const KEYS_UP = new Set(['ArrowUp', 'PageUp', 'Home']);

/** Pauses when the reader scrolls up, by whatever means, and asks for more near the ends of what is shown. */
export function useLogScrolling({ lines, following, onPause, onMore }: Scrolled, scroller: RefObject<HTMLDivElement | null>): void {
  const turnUp = useEffectEvent(() => {
    if (following) onPause();
  });
  const askForMore = useEffectEvent((isFollowed = following) => {
    const box = scroller.current;
    if (box === null || lines.length === 0) return;
    if (box.scrollTop < NEAR_END_PIXELS) onMore('before');
    if (!isFollowed && box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END_PIXELS) onMore('after');
  });
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return undefined;
    const stopped = new AbortController();
    const { signal } = stopped;
    let top = box.scrollTop;
    // the scroll bar is no element of its own
    let held = false;
    box.addEventListener('wheel', ({ deltaY }) => deltaY < 0 && turnUp(), { signal, passive: true });
    box.addEventListener('keydown', ({ key }) => KEYS_UP.has(key) && turnUp(), { signal });
    box.addEventListener('pointerdown', ({ target }) => (held = target === box), { signal });
    box.addEventListener('touchstart', () => (held = true), { signal, passive: true });
    for (const release of ['pointerup', 'touchend', 'touchcancel']) addEventListener(release, () => (held = false), { signal });
    box.addEventListener(
      'scroll',
      () => {
        if (held && box.scrollTop < top) turnUp();
        top = box.scrollTop;
        askForMore();
      },
      { signal, passive: true },
    );
    return () => stopped.abort();
  }, [scroller]);
  const count = lines.length;
  useEffect(() => {
    // lines that do not fill the window cannot be scrolled to their end
    if (count > 0) askForMore(following);
  }, [count, following]);
}
