import * as z from 'zod/mini';
import { clusterSchema, type ClusterDescription } from '../../api/machines/cluster.ts';
import { readServerRecord, type ServerRecord } from '../cli/server-record.ts';
import { CommandError, EXIT, notRunning } from './command-error.ts';
import { trustSelfMade } from '../tls/trust-self-made.ts';

/** The running server, as commands ask it. */
export interface ServerApi {
  readonly record: ServerRecord;
  /** Throws CommandError with what the server said. */
  get<S extends z.core.$ZodType>(path: string, schema: S): Promise<z.output<S>>;
  post<S extends z.core.$ZodType>(path: string, body: unknown, schema: S): Promise<z.output<S>>;
  cluster(): Promise<ClusterDescription>;
}

const ANSWERS_WITHIN_MS = 30_000;
const messageSchema = z.object({ message: z.string() });

/** The server that keeps its state there. Throws CommandError (`notRunning`) when none answers. */
export async function runningServer(state: string): Promise<ServerApi> {
  const found = await findServer(state);
  if (!found) throw notRunning();
  return found;
}

/** undefined when none answers. */
export async function findServer(state: string): Promise<ServerApi | undefined> {
  const record = readServerRecord(state);
  if (!record) return undefined;
  if (record.origin.startsWith('https:')) trustSelfMade(state);
  const api = serverApi(record);
  try {
    await api.cluster();
    return api;
  } catch (error) {
    // it answered that it does not want to
    if (error instanceof CommandError && error.exitCode !== EXIT.notRunning) throw error;
    return undefined;
  }
}

export function serverApi(record: ServerRecord): ServerApi {
  async function call(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${record.origin}${path}`, {
      method,
      headers: { accept: 'application/json', 'content-type': 'application/json', authorization: `token=${record.token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
    }).catch((fault: unknown) => {
      throw new CommandError(`The server at ${record.origin} does not answer: ${reasonOf(fault)}.`, EXIT.notRunning, 'dcos-local up');
    });
    const text = await response.text();
    if (response.ok) return JSON.parse(text);
    throw new CommandError(sentenceOf(text, response.status), response.status === 503 ? EXIT.notRunning : EXIT.refused);
  }
  const get: ServerApi['get'] = async (path, schema) => z.parse(schema, await call('GET', path));
  return {
    record,
    get,
    post: async (path, body, schema) => z.parse(schema, await call('POST', path, body)),
    cluster: () => get('/machines/v1/cluster', clusterSchema),
  };
}

function sentenceOf(text: string, status: number): string {
  try {
    return messageSchema.parse(JSON.parse(text)).message;
  } catch {
    return `The server answered ${status}: ${text.trim().slice(0, 200)}`;
  }
}

const reasonOf = (fault: unknown): string => {
  const cause = fault instanceof Error ? (fault.cause ?? fault) : fault;
  return cause instanceof Error ? cause.message : String(cause);
};
