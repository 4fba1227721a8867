import { marathonInstances } from './en/marathon-instances.ts';
import { wordsOf } from './words-of.ts';

export const useInstanceWords = wordsOf({
  en: marathonInstances,
  ja: async () => (await import('./ja/marathon-instances.ts')).marathonInstances,
});
