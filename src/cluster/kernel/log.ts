export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

export interface LogRecord {
  level: LogLevel;
  /** The part that speaks, as `unit@machine` (for example `marathon@m1`) or a module name. */
  source: string;
  message: string;
  fields?: Record<string, unknown>;
}

/** Where components say what they do. Records are for people: whole sentences, and `fields` for what a program would want. */
export interface Log {
  debug(message: string, fields?: Record<string, unknown>): void;
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
  /** The same log speaking as another source. */
  as(source: string): Log;
}

export function createLog(write: (record: LogRecord) => void, source = 'cluster'): Log {
  const at = (level: LogLevel) => (message: string, fields?: Record<string, unknown>) =>
    write({ level, source, message, ...(fields && { fields }) });
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error'), as: (other) => createLog(write, other) };
}

/** For tests that do not look at the log. */
export const silentLog: Log = createLog(() => {});
