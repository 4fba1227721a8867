import type * as z from 'zod/mini';
import { isObject, parseBody, parseCallBody } from './call-body.ts';
import { HttpError } from './errors.ts';

/** A call of the operator API of a master or an agent, whose envelope has been checked. */
export interface OperatorCall {
  type: string;
  /** The part that has the call's name: `get_state` of GET_STATE. Throws HttpError 400 when it is missing. */
  part(): Record<string, unknown>;
  /** The same, checked. Throws HttpError 400 with the first thing that is wrong. */
  parsed<T>(schema: z.ZodMiniType<T>): T;
  /** What the call's part has in a field. Throws HttpError 400 when either is missing. */
  field(part: string, field: string): unknown;
  /** A text of the call's part: `call.text('read_file', 'path')`. Throws HttpError 400 when it is missing. */
  text(part: string, field: string): string;
  /** A number from 0 up without a fraction. `absent` is what counts when it is missing; without that it has to be there. */
  wholeNumber(part: string, field: string, absent?: number): number;
  /** The same for an id: `{value}`. */
  id(part: string, field: string): string;
  /** What an unknown type is answered with. */
  unknownType: () => HttpError;
}

/** Throws HttpError for what is no call. */
export async function parseOperatorCall(request: Request, process: 'master' | 'agent'): Promise<OperatorCall> {
  const { type, body, unknownType } = await parseCallBody(request, process);
  const partOf = (part: string): Record<string, unknown> => {
    const inner = body[part];
    if (!isObject(inner)) throw new HttpError(400, `Failed to validate ${process}::Call: Expecting '${part}' to be present`);
    return inner;
  };
  const field = (part: string, name: string): unknown => {
    const value = partOf(part)[name];
    if (value === undefined)
      throw new HttpError(400, `Failed to convert JSON into Call protobuf: Missing required fields: ${part}.${name}`);
    return value;
  };
  const asText = (value: unknown, at: string): string => {
    if (typeof value === 'string') return value;
    throw new HttpError(400, `Failed to convert JSON into Call protobuf: Expecting a text for field '${at}'`);
  };
  return {
    type,
    unknownType,
    part: () => partOf(type.toLowerCase()),
    parsed: (schema) => parseBody(schema, partOf(type.toLowerCase())),
    field,
    text: (part, name) => asText(field(part, name), `${part}.${name}`),
    wholeNumber(part, name, absent) {
      const inner = body[part];
      if (absent !== undefined && isObject(inner) && inner[name] === undefined) return absent;
      const value = field(part, name);
      if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
      throw new HttpError(400, `Failed to convert JSON into Call protobuf: Expecting a whole number from 0 up for field '${part}.${name}'`);
    },
    id(part, name) {
      const id = field(part, name);
      return asText(isObject(id) ? id['value'] : undefined, `${part}.${name}.value`);
    },
  };
}

/** What is done for each type of call. A map: a type may be called as what every object has, `constructor` for one. */
export const callTable = <T>(byType: Record<string, T>): ReadonlyMap<string, T> => new Map(Object.entries(byType));

/** Flags and metrics are lists of `{name, value}` there. */
export const namedValues = <T>(values: Record<string, T>): { name: string; value: T }[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
