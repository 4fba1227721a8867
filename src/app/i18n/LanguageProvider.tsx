import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { languageChoice, showLanguage, wantedLanguage } from '../util/locale.ts';
import { LanguageContext, loadWords } from './words-of.ts';

/** Gives all below the words of the chosen language, and changes them in place once those of another one have come. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(wantedLanguage);
  useEffect(
    () =>
      languageChoice.subscribe(() => {
        const wanted = wantedLanguage();
        const show = () => {
          if (wantedLanguage() !== wanted) return;
          showLanguage(wanted);
          startTransition(() => setLanguage(wanted));
        };
        // Without its words (the server may be away) the page stays in the language that it has.
        loadWords(wanted).then(show, () => undefined);
      }),
    [],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <LanguageContext value={language}>{children}</LanguageContext>;
}
