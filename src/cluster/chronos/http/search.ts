import { Refusal } from '../../rest/refusal.ts';
import type { JobRecord } from '../state.ts';

const LIMIT = 10;

/** `jobs/search`: those whose name and command both have what is asked for, or one of which has `any`; whatever the case. */
export function search(jobs: readonly JobRecord[], query: URLSearchParams): JobRecord[] {
  const limit = numberOf(query, 'limit', LIMIT);
  const offset = numberOf(query, 'offset', 0);
  const has = (text: string, wanted: string | null): boolean => text.toLowerCase().includes((wanted ?? '').toLowerCase());
  const any = query.get('any');
  const found = jobs.filter(
    ({ settings: { name, command } }) =>
      (has(name, query.get('name')) && has(command, query.get('command'))) ||
      (any !== null && any !== '' && (has(name, any) || has(command, any))),
  );
  return found.slice(Math.max(0, offset), Math.max(0, offset) + Math.max(0, limit));
}

/** A number that is none makes the address an unknown one (recorded). */
function numberOf(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^-?\d+$/.test(text)) throw new Refusal(404, `The parameter '${name}' has to be a whole number.`);
  return Number(text);
}
