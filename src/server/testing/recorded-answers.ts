import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A request to Marathon, and what the real one answered. */
export interface RecordedAnswer {
  label: string;
  method: string;
  path: string;
  /** A text is sent as it is, all else as JSON. */
  request?: unknown;
  requestHeaders?: Record<string, string>;
  status: number;
  contentType: string;
  body: unknown;
}

export const recordedAnswers = (scenario: string): RecordedAnswer[] =>
  JSON.parse(
    readFileSync(path.join(import.meta.dirname, '../../../e2e/contract/recorded', `${scenario}.json`), 'utf8'),
  ) as RecordedAnswer[];

export function requestOf({ method, path: at, request, requestHeaders }: RecordedAnswer): Request {
  const type: Record<string, string> = request === undefined ? {} : { 'content-type': 'application/json' };
  const headers = { accept: 'application/json', ...type, ...requestHeaders };
  const body = typeof request === 'string' ? request : JSON.stringify(request);
  return new Request(`http://marathon${at}`, { method, headers, ...(request !== undefined && { body }) });
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const ADDRESS = /\b\d+\.\d+\.\d+\.\d+(:\d+)?/g;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/;
/** What is written for people: codes, such as `error.min`, have no blanks. */
const SAYINGS = new Set(['message', 'errors', 'details']);
const byPath = (a: unknown, b: unknown): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/**
 * A body without what differs from run to run (times, ids, addresses) and without the words of sentences. The
 * details of an error are in no order that means anything.
 */
export function comparable(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => comparable(item, key));
    return key === 'details' ? items.sort(byPath) : items;
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, comparable(each, name)]));
  }
  if (typeof value !== 'string') return value;
  if (TIME.test(value)) return '<time>';
  if (SAYINGS.has(key) && value.includes(' ')) return '<sentence>';
  return value.replace(UUID, '<uuid>').replace(ADDRESS, '<address>');
}
