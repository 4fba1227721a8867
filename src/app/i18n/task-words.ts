import { marathonTask } from './en/marathon-task.ts';
import { wordsOf } from './words-of.ts';

export const useTaskWords = wordsOf({ en: marathonTask, ja: async () => (await import('./ja/marathon-task.ts')).marathonTask });
