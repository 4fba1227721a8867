import { z } from 'zod/mini';

/** What the router itself answers when it cannot pass a request on: `title` is the status in words, `message` says what is wrong and what to do. */
export const routerErrorSchema = z.object({ title: z.string(), message: z.string() });
export type RouterError = z.infer<typeof routerErrorSchema>;
