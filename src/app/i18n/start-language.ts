import { showLanguage, wantedLanguage } from '../util/locale.ts';
import { loadWords } from './words-of.ts';

/** Before the first page is drawn: gets its words in the wanted language. */
export async function startLanguage(): Promise<void> {
  const language = wantedLanguage();
  showLanguage(language);
  document.documentElement.lang = language;
  // Should they not come, the pages ask again when they need them.
  await loadWords(language).catch(() => undefined);
}
