import { keptValue } from './kept-value.ts';

export const THEMES = ['system', 'light', 'dark'] as const;

/** public/theme.js reads it before the first paint too. */
export const themeChoice = keptValue('theme', THEMES, 'system');

themeChoice.subscribe(() => {
  const theme = themeChoice.current();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
});
