import { applicationReview } from './en/application-review.ts';
import { wordsOf } from './words-of.ts';

export const useReviewWords = wordsOf({ en: applicationReview });
