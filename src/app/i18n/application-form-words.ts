import { applicationForm } from './en/application-form.ts';
import { wordsOf } from './words-of.ts';

export const useFormWords = wordsOf({ en: applicationForm, ja: async () => (await import('./ja/application-form.ts')).applicationForm });
