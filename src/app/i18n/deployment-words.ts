import { deployments } from './en/deployments.ts';
import { wordsOf } from './words-of.ts';

export const useDeploymentWords = wordsOf({ en: deployments, ja: async () => (await import('./ja/deployments.ts')).deployments });
