import { keptValue } from './kept-value.ts';

/** How often what is shown may change: as it happens, or once in so many seconds. */
export const refreshChoice = keptValue('refresh', ['live', '5', '15', '60'], 'live');

/** An interval between two readings, in milliseconds, made as long as was chosen. */
export function pacedMs(intervalMs: number): number {
  const choice = refreshChoice.current();
  return choice === 'live' ? intervalMs : Math.max(intervalMs, Number(choice) * 1_000);
}
