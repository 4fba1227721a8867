import { applicationForm } from './en/application-form.ts';
import { wordsOf } from './words-of.ts';

export const useFormWords = wordsOf({ en: applicationForm });
