import { matchOf, type Pattern, type TextMatch } from './log-pattern.ts';

export interface MatchRequest {
  texts: readonly string[];
  expression: RegExp;
}
export type MatchAnswer = { kind: 'ready' } | { kind: 'matched'; matches: TextMatch[] };

/** What is used of a browser's `Worker`. */
export interface MatchWorker {
  postMessage: (request: MatchRequest, transfer: []) => void;
  terminate: () => void;
  addEventListener: ((type: 'message', listener: (event: { data: MatchAnswer }) => void, options: { once: true }) => void) &
    ((type: 'error', listener: (event: { message: string }) => void, options: { once: true }) => void);
}

/** Fits texts to a pattern, one request after the other. */
export interface TextMatcher {
  /** One match a text, in their order. Rejects with `RunawayExpression`, or with the signal's reason. */
  match: (texts: readonly string[], pattern: Pattern, signal: AbortSignal) => Promise<TextMatch[]>;
  close: () => void;
}

/** An expression that took so long that it was given up. */
export class RunawayExpression extends Error {
  constructor() {
    super(`The expression took longer than ${LIMIT_MS} ms.`);
  }
}

/** For one request. Thousands of lines take some milliseconds with an expression that does not run away. */
export const LIMIT_MS = 2_000;

/**
 * Regular expressions that are typed run beside the page: one such as `(a+)+$` takes a time that doubles with each letter, and a page
 * that ran it itself would freeze for ever. What does not answer in time is ended together with its worker; the next request gets a
 * new one.
 */
export function createTextMatcher(startWorker: () => MatchWorker): TextMatcher {
  let worker: Promise<MatchWorker> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const end = (): void => {
    worker?.then((started) => started.terminate()).catch(() => undefined);
    worker = undefined;
  };
  const inTurn = async (texts: readonly string[], { expression }: Pattern, signal: AbortSignal): Promise<TextMatch[]> => {
    signal.throwIfAborted();
    worker ??= ready(startWorker());
    try {
      const started = await worker;
      signal.throwIfAborted();
      return await answerOf(started, { texts, expression }, signal);
    } catch (error) {
      end();
      throw error;
    }
  };
  return {
    match(texts, pattern, signal) {
      if (pattern.literal) return Promise.resolve(texts.map((text) => matchOf(text, pattern.expression)));
      const answer = last.then(() => inTurn(texts, pattern, signal));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: end,
  };
}

/** A worker once its program is loaded, which is the first that it says: that time is the network's, not the expression's. */
function ready(worker: MatchWorker): Promise<MatchWorker> {
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', () => resolve(worker), { once: true });
    worker.addEventListener('error', ({ message }) => reject(new Error(`The search could not be started: ${message}`)), { once: true });
  });
}

function answerOf(worker: MatchWorker, request: MatchRequest, signal: AbortSignal): Promise<TextMatch[]> {
  const { promise, resolve, reject } = Promise.withResolvers<TextMatch[]>();
  const limit = setTimeout(() => reject(new RunawayExpression()), LIMIT_MS);
  const stop = (): void => reject(signal.reason instanceof Error ? signal.reason : new Error('The search was stopped.'));
  signal.addEventListener('abort', stop);
  worker.addEventListener('message', ({ data }) => data.kind === 'matched' && resolve(data.matches), { once: true });
  worker.postMessage(request, []);
  return promise.finally(() => {
    clearTimeout(limit);
    signal.removeEventListener('abort', stop);
  });
}
