import { useSyncExternalStore } from 'react';

/** Tailwind's widths in pixels: below `sm` is a phone. */
const WIDTHS = { base: 0, sm: 640, md: 768, lg: 1024, xl: 1280 } as const;
export type Breakpoint = keyof typeof WIDTHS;
const NAMES = Object.keys(WIDTHS) as Breakpoint[];

const queries = typeof matchMedia === 'undefined' ? [] : NAMES.map((name) => matchMedia(`(min-width: ${WIDTHS[name]}px)`));

function subscribe(listener: () => void) {
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

const current = (): Breakpoint => NAMES[queries.findLastIndex((query) => query.matches)] ?? 'base';

/** The widest breakpoint that the window reaches. */
export function useBreakpoint(): Breakpoint {
  return useSyncExternalStore(subscribe, current);
}

export function reaches(width: Breakpoint, wanted: Breakpoint): boolean {
  return WIDTHS[width] >= WIDTHS[wanted];
}
