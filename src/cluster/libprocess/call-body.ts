import type * as z from 'zod/mini';
import { schemaFault } from '../../api/mesos/resource-schema.ts';
import { bodyText } from '../rest/body-text.ts';
import { HttpError } from './errors.ts';

/** The envelope of every v1 call: JSON with a `type`. */
export interface CallBody {
  type: string;
  body: Record<string, unknown>;
  /** What an unknown type is answered with. */
  unknownType: () => HttpError;
}

/** Checks in Mesos' order: content type, Accept, JSON, type. Throws HttpError. `receiver` is named in its texts. */
export async function parseCallBody(request: Request, receiver: 'master' | 'agent' | 'scheduler'): Promise<CallBody> {
  checkTypes(request);
  const body = parseObject(await bodyText(request));
  const unknownType = (): HttpError => new HttpError(400, `Failed to validate ${receiver}::Call: Expecting 'type' to be present`);
  const { type } = body;
  if (type === undefined) throw unknownType();
  if (typeof type !== 'string') {
    throw new HttpError(400, `Failed to convert JSON into Call protobuf: Not expecting a JSON ${typeof type} for field 'type'`);
  }
  if (type === 'UNKNOWN') throw new HttpError(501, '501 Not Implemented.');
  return { type, body, unknownType };
}

/** Throws HttpError 400 with the first thing that is not as the schema wants it. */
export function parseBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  try {
    return schema.parse(body);
  } catch (fault) {
    throw new HttpError(400, `Failed to convert JSON into Call protobuf: ${schemaFault(fault)}`);
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkTypes(request: Request): void {
  const contentType = request.headers.get('content-type');
  if (contentType === null) throw new HttpError(400, "Expecting 'Content-Type' to be present");
  if (contentType.split(';')[0]?.trim() !== 'application/json') {
    throw new HttpError(415, "Expecting 'Content-Type' of application/json or application/x-protobuf");
  }
  const accept = request.headers.get('accept') ?? '*/*';
  if (!/\*\/\*|application\/(\*|json|recordio)/.test(accept)) {
    throw new HttpError(406, "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'");
  }
}

function parseObject(body: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch (fault) {
    throw new HttpError(400, `Failed to parse body into JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
  if (!isObject(parsed)) throw new HttpError(400, 'Failed to convert JSON into Call protobuf: Expecting a JSON object');
  return parsed;
}
