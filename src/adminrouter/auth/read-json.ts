import type * as z from 'zod/mini';
import { RouterFault } from '../router-fault.ts';
import { readLimited } from './read-limited.ts';

const BODY_BYTES = 8192;

/** The body as a schema has it. Throws RouterFault 413, 415 or 400; `like` shows the right form in the latter two. */
export async function readJson<T>(request: Request, schema: z.ZodMiniType<T>, like: string): Promise<T> {
  const text = await readLimited(request, BODY_BYTES);
  if (mediaType(request) !== 'application/json') throw new RouterFault(415, `Send ${like} as application/json.`);
  return parseAs(text, schema, like);
}

function parseAs<T>(text: string, schema: z.ZodMiniType<T>, like: string): T {
  const parsed = schema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  // the rules that have sentences of their own say what is wrong; the others are said by the form that is wanted
  const said = parsed.error.issues.map(({ message }) => message).filter((message) => message.endsWith('.'));
  if (said.length > 0) throw new RouterFault(400, said.join(' '));
  throw new RouterFault(400, `The body has to be a JSON object like ${like}.`);
}

/** Of the body, without its parameters. */
export function mediaType({ headers }: Request): string {
  const [type = ''] = (headers.get('content-type') ?? '').split(';', 1);
  return type.trim().toLowerCase();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
