import { HttpError } from './errors.ts';

/** A call of the operator API of a master or an agent, whose envelope has been checked. */
export interface OperatorCall {
  type: string;
  /** The part that has the call's name: `get_state` of GET_STATE. Throws HttpError 400 when it is missing. */
  part(): Record<string, unknown>;
  /** What the call's part has in a field. Throws HttpError 400 when either is missing. */
  field(part: string, field: string): unknown;
  /** A text of the call's part: `call.text('read_file', 'path')`. Throws HttpError 400 when it is missing. */
  text(part: string, field: string): string;
  /** A number from 0 up without a fraction. `absent` is what counts when it is missing; without that it has to be there. */
  wholeNumber(part: string, field: string, absent?: number): number;
  /** The same for an id: `{value}`. */
  id(part: string, field: string): string;
  /** What an unknown type is answered with. */
  unknownType(): HttpError;
}

/** Checks method-independent things in Mesos' order: content type, Accept, JSON, type. Throws HttpError. */
export async function parseOperatorCall(request: Request, process: 'master' | 'agent'): Promise<OperatorCall> {
  checkTypes(request);
  const body = parseObject(await request.text());
  const unknownType = (): HttpError => new HttpError(400, `Failed to validate ${process}::Call: Expecting 'type' to be present`);
  const { type } = body;
  if (type === undefined) throw unknownType();
  if (typeof type !== 'string') {
    throw new HttpError(400, `Failed to convert JSON into Call protobuf: Not expecting a JSON ${typeof type} for field 'type'`);
  }
  if (type === 'UNKNOWN') throw new HttpError(501, '501 Not Implemented.');
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

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function checkTypes(request: Request): void {
  const contentType = request.headers.get('content-type');
  if (contentType === null) throw new HttpError(400, "Expecting 'Content-Type' to be present");
  if (contentType.split(';')[0]?.trim() !== 'application/json') {
    throw new HttpError(415, "Expecting 'Content-Type' of application/json or application/x-protobuf");
  }
  const accept = request.headers.get('accept') ?? '*/*';
  if (!/\*\/\*|application\/(\*|json)/.test(accept)) {
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

/** Flags and metrics are lists of `{name, value}` there. */
export const namedValues = <T>(values: Record<string, T>): { name: string; value: T }[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
