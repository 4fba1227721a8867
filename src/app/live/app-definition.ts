import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { withoutNulls } from '../../api/marathon/faults.ts';
import { request } from '../util/http.ts';
import { appApi, marathonKeys } from './marathon-queries.ts';

/** The JSON of an app, with every key in its order. */
export type AppDocument = Readonly<Record<string, unknown>>;

const documentSchema = z.record(z.string(), z.unknown());
const appSchema = z.object({ app: documentSchema });

/**
 * An app's JSON exactly as Marathon prints it: the one that is wished for now, or that of a version. Kept as it was when it
 * was read, so that what somebody edits does not change beneath; read anew for the next edit.
 */
export const appDocumentQuery = (id: string, version?: string) =>
  queryOptions({
    queryKey: [...marathonKeys.app(id), 'document', version ?? 'now'],
    queryFn: async ({ signal }): Promise<AppDocument> =>
      version === undefined
        ? (await request(appApi(id), { schema: appSchema, signal })).app
        : request(`${appApi(id)}/versions/${encodeURIComponent(version)}`, { schema: documentSchema, signal }),
    staleTime: 'static',
    gcTime: 0,
  });

/** What Marathon adds to an app when it prints it: how it is, not what was asked for. */
const STATE_KEYS: ReadonlySet<string> = new Set([
  'tasks',
  'tasksStaged',
  'tasksRunning',
  'tasksHealthy',
  'tasksUnhealthy',
  'deployments',
  'readinessCheckResults',
  'lastTaskFailure',
  'taskStats',
  'tasksStats',
  'versionInfo',
]);

/** The definition as it was given: without its state and without what is unset (which older Marathons print as null). */
export function definitionOfApp(app: AppDocument): Record<string, unknown> {
  return Object.fromEntries(Object.entries(app).filter(([key, value]) => !STATE_KEYS.has(key) && value !== null && value !== undefined));
}

/** Older spellings that Marathon prints beside those of today, and would refuse together with a change of these. */
const MIRRORS: Readonly<Record<string, string>> = { uris: 'fetch', ports: 'portDefinitions' };

/** What can be edited of an app as Marathon prints it: without its state, its version, what is unset and what is said twice. */
export function editableDocument(app: AppDocument): AppDocument {
  const definition = definitionOfApp(withoutNulls(app) as AppDocument);
  const saidTwice = (key: string): boolean => (MIRRORS[key] ?? '') in definition;
  return Object.fromEntries(Object.entries(definition).filter(([key]) => key !== 'version' && !saidTwice(key)));
}
