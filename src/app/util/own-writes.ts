/** Something that this page asked the cluster to change. */
export interface OwnWrite {
  /** Counts up. */
  number: number;
  /** Milliseconds since the epoch. */
  at: number;
  method: string;
  /** As it was asked for, with the query. */
  path: string;
  /** What the body names: an id, a name, the machine, or the type of a call. Nothing else of it is kept: it may hold secrets. */
  subject: string | undefined;
  /** Why it was refused; undefined when it was taken. */
  refusal: string | undefined;
}

/** A page left open for days must not grow. */
const KEPT = 200;
/** Questions that are asked by POST. */
const READ_CALL = /^(GET|LIST|READ)_|^SUBSCRIBE$/;

let writes: readonly OwnWrite[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** What this page has changed since it was opened, the last one first. */
export const ownWrites = {
  current: (): readonly OwnWrite[] => writes,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Notes a request once its answer is there. Whatever only reads is no write, whichever method it uses. */
export function noteWrite(request: { method: string; path: string; body: unknown }, refusal: string | undefined): void {
  const subject = subjectOf(request.body);
  if (request.method === 'GET' || /[?&]dryRun=true/.test(request.path) || READ_CALL.test(subject ?? '')) return;
  writes = [{ number: ++count, at: Date.now(), method: request.method, path: request.path, subject, refusal }, ...writes].slice(0, KEPT);
  for (const listener of listeners) listener();
}

function subjectOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const named: Record<string, unknown> = { ...body };
  const [machine] = Array.isArray(named['machines']) ? named['machines'] : [];
  const subject: unknown = named['type'] ?? named['id'] ?? named['name'] ?? machine;
  return typeof subject === 'string' ? subject : undefined;
}
