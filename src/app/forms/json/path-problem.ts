/** What is wrong at a place of a document: a path like `/container/volumes(0)/mode`; '', `/` or Marathon's `value` is the whole. */
export interface PathProblem {
  path: string;
  message: string;
}

const WHOLE: ReadonlySet<string> = new Set(['', '/', 'value']);

/** The sentence with the place that it is about, unless that is the whole. */
export const withPath = (path: string, message: string): string => (WHOLE.has(path) ? message : `${path}: ${message}`);
