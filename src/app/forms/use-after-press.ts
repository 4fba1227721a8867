import { useCallback, useEffect, useRef } from 'react';

/**
 * A promise that is kept once no button of the pointer is down any more, at once if none is. What is shown only then cannot move
 * what is being pressed away from under the pointer, by which the press would be lost: a press on what is below a field leaves
 * that field first, and its error takes room.
 */
export function useAfterPress(): () => Promise<void> {
  const press = useRef<Promise<void>>(undefined);
  useEffect(() => {
    let end = (): void => undefined;
    const down = (): void => {
      if (press.current) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      press.current = promise;
      end = () => {
        press.current = undefined;
        resolve();
      };
    };
    // The click itself comes right after the pointer is up.
    const up = (): void => void setTimeout(() => end());
    const listeners = new AbortController();
    const { signal } = listeners;
    window.addEventListener('pointerdown', down, { capture: true, signal });
    for (const name of ['pointerup', 'pointercancel', 'dragend']) window.addEventListener(name, up, { capture: true, signal });
    // The window's own: a pointer that is let go outside of it is not heard of.
    window.addEventListener('blur', up, { signal });
    return () => {
      listeners.abort();
      end();
    };
  }, []);
  return useCallback(async () => press.current, []);
}
