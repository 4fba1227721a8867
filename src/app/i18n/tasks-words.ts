import { tasks } from './en/tasks.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useTasksWords = wordsOf({ en: tasks, ja: async () => (await import('./ja/tasks.ts')).tasks });
export type TasksWords = Words<typeof tasks>;
