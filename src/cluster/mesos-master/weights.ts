import { HttpError } from '../libprocess/errors.ts';
import { empty } from '../libprocess/endpoints.ts';
import { bodyText } from '../rest/body-text.ts';
import type { MasterContext } from './context.ts';
import type { MasterState } from './state.ts';

/** `/weights`: how much more a role may have than one of weight 1. A weight can be changed, never removed. */
export const weightsJson = (state: MasterState): { role: string; weight: number }[] =>
  [...state.weights].map(([role, weight]) => ({ role, weight }));

export async function putWeights(context: MasterContext, request: Request): Promise<Response> {
  updateWeights(context, await bodyText(request));
  return empty();
}

/** Throws HttpError 400 when something in the JSON is no weight; then none is changed. */
export function updateWeights(context: MasterContext, body: string): void {
  const weights = parseWeights(body);
  for (const { role, weight } of weights) context.state.weights.set(role, weight);
  context.registry.saveWeights(context.state.weights);
  context.allocator.wakeAll();
}

function parseWeights(body: string): { role: string; weight: number }[] {
  const list = parseList(body);
  return list.map((item) => {
    const { role, weight } = typeof item === 'object' && item !== null ? (item as { role?: unknown; weight?: unknown }) : {};
    if (typeof role !== 'string' || typeof weight !== 'number') {
      throw new HttpError(400, `Failed to parse update weights request JSON '${body}': each item needs a 'role' and a 'weight'`);
    }
    const problem = roleProblem(role);
    if (problem !== undefined) {
      throw new HttpError(400, `Failed to validate update weights request JSON: Invalid role '${role}': ${problem}`);
    }
    if (weight <= 0) {
      throw new HttpError(
        400,
        `Failed to validate update weights request JSON for role '${role}': Invalid weight '${weight}': Weights must be positive`,
      );
    }
    return { role, weight };
  });
}

function parseList(body: string): unknown[] {
  if (body.trim() === '') return [];
  try {
    const parsed: unknown = JSON.parse(body);
    if (Array.isArray(parsed)) return parsed;
  } catch {
    throw new HttpError(400, `Failed to parse update weights request JSON '${body}': it is not JSON`);
  }
  throw new HttpError(400, `Failed to parse update weights request JSON '${body}': Unexpected JSON type parsed`);
}

/** Why a text cannot be a role's name; undefined when it can. */
export function roleProblem(role: string): string | undefined {
  if (role === '') return 'Role names cannot be the empty string';
  if (role === '.' || role === '..' || role.startsWith('-')) return `Role '${role}' cannot be '.', '..' or start with a dash`;
  if (role.startsWith('/')) return `Role '${role}' cannot start with a slash`;
  if (role.endsWith('/')) return `Role '${role}' cannot end with a slash`;
  if (/\s|\p{Cc}/u.test(role)) return `Role '${role}' cannot contain blanks or control characters`;
  return undefined;
}
