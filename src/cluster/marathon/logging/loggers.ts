import type { LoggerLevel } from '../../../api/marathon/logger-change.ts';
import type { Clock, Timer } from '../../kernel/clock.ts';
import type { Log, LogThreshold } from '../../kernel/log.ts';

const ROOT = 'ROOT';

/** The parts of our Marathon that speak, below the name that operators of the real one know. */
export const ENGINE_LOGGER = 'mesosphere.marathon.core';
export const API_LOGGER = 'mesosphere.marathon.api';
const KNOWN = [ROOT, 'mesosphere.marathon', ENGINE_LOGGER, API_LOGGER];

/** Which of Marathon's log is written: a level a logger. A logger without one has that of the next above it; names are paths of dots. */
export interface Loggers {
  /** By name: the level, with ` (inherited)` where it is not the logger's own. */
  levels: () => Record<string, string>;
  /** Sets a level; with `seconds`, only for so long, then the logger is as it was. */
  set: (logger: string, level: LoggerLevel, seconds?: number) => void;
  /** The log, of which only what that logger's level lets through is written. */
  of: (logger: string, log: Log) => Log;
  stop: () => void;
}

export function createLoggers(clock: Clock): Loggers {
  const own = new Map<string, LoggerLevel>([[ROOT, 'INFO']]);
  const names = new Set(KNOWN);
  /** Loggers whose level is set for a time, and what they had before it. */
  const resets = new Map<string, { timer: Timer; before: LoggerLevel | undefined }>();

  const effective = (logger: string): LoggerLevel => {
    const level = own.get(logger);
    if (level !== undefined) return level;
    const dot = logger.lastIndexOf('.');
    return effective(dot < 0 ? ROOT : logger.slice(0, dot));
  };
  const put = (logger: string, level: LoggerLevel | undefined): void => {
    if (level === undefined) own.delete(logger);
    else own.set(logger, level);
  };
  return {
    levels: () => Object.fromEntries([...names].map((name) => [name, own.has(name) ? effective(name) : `${effective(name)} (inherited)`])),
    set(logger, level, seconds) {
      const pending = resets.get(logger);
      const before = pending ? pending.before : own.get(logger);
      pending?.timer.cancel();
      resets.delete(logger);
      names.add(logger);
      put(logger, level);
      if (seconds === undefined) return;
      const reset = (): void => {
        resets.delete(logger);
        put(logger, before);
      };
      resets.set(logger, { timer: clock.after(seconds * 1000, reset), before });
    },
    of: (logger, log) => log.at(() => THRESHOLDS[effective(logger)]),
    stop() {
      for (const { timer } of resets.values()) timer.cancel();
    },
  };
}

/** Our log has no level below DEBUG. */
const THRESHOLDS: Record<LoggerLevel, LogThreshold> = {
  ALL: 'debug',
  TRACE: 'debug',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
  OFF: 'off',
};
