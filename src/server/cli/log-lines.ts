import type { LogRecord } from '../../cluster/kernel/log.ts';

/** One line a record: for people, or as JSON for programs (`--json`). */
export function logLine(record: LogRecord, now: number, asJson: boolean): string {
  const time = new Date(now).toISOString();
  if (asJson) return JSON.stringify({ time, level: record.level, source: record.source, message: record.message, ...record.fields });
  const fields = Object.entries(record.fields ?? {}).map(
    ([key, value]) => ` ${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const level = record.level === 'info' ? '' : `${record.level.toUpperCase()} `;
  return `${time.slice(11, 23)} ${record.source.padEnd(16)} ${level}${record.message}${fields.join('')}`;
}
