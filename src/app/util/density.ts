import { keptValue } from './kept-value.ts';

export const densityChoice = keptValue('density', ['comfortable', 'compact'], 'comfortable');

/** The style sheet reads it from the root element. */
export function applyDensity(): void {
  document.documentElement.dataset['density'] = densityChoice.current();
}

densityChoice.subscribe(applyDensity);
