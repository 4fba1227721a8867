export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** From the least important on. */
const ORDER: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/** The least important level that is still written; `off` for none. */
export type LogThreshold = LogLevel | 'off';

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
  /** The same log with a threshold of its own, which is asked at each record. */
  at(threshold: () => LogThreshold): Log;
}

export function createLog(write: (record: LogRecord) => void, source = 'cluster', threshold: () => LogThreshold = () => 'info'): Log {
  const passes = (level: LogLevel): boolean => {
    const least = threshold();
    return least !== 'off' && ORDER.indexOf(level) >= ORDER.indexOf(least);
  };
  const speak = (level: LogLevel) => (message: string, fields?: Record<string, unknown>) => {
    if (passes(level)) write({ level, source, message, ...(fields && { fields }) });
  };
  return {
    debug: speak('debug'),
    info: speak('info'),
    warn: speak('warn'),
    error: speak('error'),
    as: (other) => createLog(write, other, threshold),
    at: (other) => createLog(write, source, other),
  };
}

/** For tests that do not look at the log. */
export const silentLog: Log = createLog(() => {});
