import { useFormWords } from '../../i18n/application-form-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** Says why Marathon did not take the app `id`. */
export function useRefusal(): (error: unknown, id: string) => Refusal {
  const { conflict } = useMessages().marathon;
  const { problems, answers } = useFormWords();
  return (error, id) => refusalOf(error, id, { problems, conflict, answers });
}
