import { applicationReview } from './en/application-review.ts';
import { wordsOf } from './words-of.ts';

export const useReviewWords = wordsOf({
  en: applicationReview,
  ja: async () => (await import('./ja/application-review.ts')).applicationReview,
});
