import { jobForm } from './en/job-form.ts';
import { wordsOf } from './words-of.ts';

export const useJobFormWords = wordsOf({ en: jobForm, ja: async () => (await import('./ja/job-form.ts')).jobForm });
