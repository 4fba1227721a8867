import { users } from './en/users.ts';
import { type Words, wordsOf } from './words-of.ts';

export const useUsersWords = wordsOf({ en: users, ja: async () => (await import('./ja/users.ts')).users });
export type UsersWords = Words<typeof users>;
