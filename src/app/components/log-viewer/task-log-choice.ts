/** Which logs are shown together: `?file=both&with=<task>&with=<task>`. */
export interface LogChoice {
  file: LogFileChoice;
  /** Tasks besides the one that the page is about. */
  others: readonly string[];
}

export const LOG_FILES = ['stdout', 'stderr'] as const;
export const FILE_CHOICES = [...LOG_FILES, 'both'] as const;
export type LogFileChoice = (typeof FILE_CHOICES)[number];

/** More would ask the agents too often, and nobody can tell more colours apart. */
export const MOST_INSTANCES = 6;

export function readLogChoice(search: URLSearchParams): LogChoice {
  return {
    file: FILE_CHOICES.find((name) => name === search.get('file')) ?? 'stdout',
    others: [...new Set(search.getAll('with'))].slice(0, MOST_INSTANCES - 1),
  };
}

/** The query with another choice. A marked line is one of a file, so it does not stay. */
export function withLogChoice(search: URLSearchParams, { file, others }: LogChoice): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set('file', file);
  next.delete('with');
  next.delete('at');
  for (const other of others) next.append('with', other);
  return next;
}

/** The query that shows a line in its own file, alone. */
export function withLine(search: URLSearchParams, file: string, at: number): URLSearchParams {
  const next = new URLSearchParams(search);
  next.set('file', file);
  next.delete('with');
  next.set('at', String(at));
  return next;
}

/** What tells the instances of an app apart in little room: the first part of the UUID in `app.instance-<uuid>._app.1` or `app.<uuid>`. */
export function shortTaskName(taskId: string): string {
  const uuid = /([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/.exec(taskId);
  return uuid?.[1] ?? taskId;
}
