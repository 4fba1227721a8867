import type { Clock } from '../kernel/clock.ts';
import { limits } from '../kernel/limits.ts';
import { createLog, type Log, type LogRecord } from '../kernel/log.ts';

/** What components have said lately, as journald keeps it of the units of a machine. */
export interface Journal {
  /** The log to hand to the components: what is said there goes on to the one that the journal was made with. */
  readonly log: Log;
  /** Lines of a unit, oldest first, from the given number on; numbers go on when old lines are dropped. */
  linesOf(unitId: string, machine: string, after?: number): JournalLine[];
}

export interface JournalLine {
  number: number;
  /** ms since the epoch */
  at: number;
  level: LogRecord['level'];
  message: string;
}

export function createJournal(clock: Pick<Clock, 'now'>, log: Log): Journal {
  const bySource = new Map<string, JournalLine[]>();
  let number = 0;
  const keep = ({ source, level, message }: LogRecord): void => {
    const lines = bySource.get(source) ?? [];
    bySource.set(source, lines);
    lines.push({ number: ++number, at: clock.now(), level, message });
    if (lines.length > limits.unitLogLines) lines.shift();
  };
  return {
    log: createLog((record) => {
      keep(record);
      // the threshold was passed already
      const onward = log.as(record.source).at(() => 'debug');
      onward[record.level](record.message, record.fields);
    }),
    linesOf: (unitId, machine, after = 0) =>
      sourcesOf(unitId)
        .flatMap((source) => bySource.get(`${source}@${machine}`) ?? [])
        .filter((line) => line.number > after)
        .toSorted((a, b) => a.number - b.number),
  };
}

/** A unit's own name for its start and stop, and those of the programs in it: Mesos' agent is mesos-slave to systemd. */
function sourcesOf(unitId: string): string[] {
  const unit = unitId.replace(/\.service$/, '');
  const program = unit.replace(/^dcos-/, '');
  return [unit, program, ...(program.startsWith('mesos-slave') ? ['mesos-agent'] : [])];
}
