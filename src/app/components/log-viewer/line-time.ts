/** The time that a line begins with. */
export interface LineTime {
  /** Milliseconds since the epoch. */
  at: number;
  /** False where the line names no time zone: it is taken as UTC, which is what most containers run in. */
  zoned: boolean;
}

/** A word in brackets or a process and role may stand before: `[simulated] 2016-…`, `1:C 26 Mar 2016 …` (redis). */
const BEFORE = String.raw`^\s*(?:\[[A-Za-z][\w -]*\]\s+|\d+:[A-Z]\s+|"?time"?[=:]\s?)?["[(]?`;
const CLOCK = String.raw`(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?`;
const ISO = new RegExp(String.raw`${BEFORE}(\d{4})[-/](\d{2})[-/](\d{2})[T ]${CLOCK}\s?(Z|UTC|[+-]\d{2}:?\d{2})?`);
/** `26/Mar/2016:12:00:00 +0000` (Apache, nginx; after the client's address) and `26 Mar 2016 12:00:00.123` (redis). */
const DAY_MONTH = new RegExp(
  String.raw`(?:${BEFORE}|^\S+ \S+ \S+ \[)(\d{1,2})[ /-]([A-Z][a-z]{2})[ /-](\d{4})[ :]${CLOCK}\s?(Z|UTC|[+-]\d{2}:?\d{2})?`,
);
/** `I0326 12:00:00.123456` (glog: Mesos, Kubernetes): without a year. */
const GLOG = new RegExp(String.raw`^[IWEF](\d{2})(\d{2}) ${CLOCK}`);
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The time at the beginning of a line, in the spellings that programs log in; undefined when there is none. `now` tells the year where none is written. */
export function lineTime(line: string, now: number): LineTime | undefined {
  const head = line.slice(0, 100);
  if (!/\d{2}:\d{2}:\d{2}/.test(head)) return undefined;
  return isoTime(head) ?? dayMonthTime(head) ?? glogTime(head, now);
}

function isoTime(head: string): LineTime | undefined {
  const match = ISO.exec(head);
  if (!match) return undefined;
  const [, year, month, day, hours, minutes, seconds, fraction, zone] = match;
  return time([year, month, day], [hours, minutes, seconds, fraction], zone);
}

function dayMonthTime(head: string): LineTime | undefined {
  const match = DAY_MONTH.exec(head);
  if (!match) return undefined;
  const [, day, name = '', year, hours, minutes, seconds, fraction, zone] = match;
  const month = MONTHS.indexOf(name) + 1;
  return month === 0 ? undefined : time([year, String(month), day], [hours, minutes, seconds, fraction], zone);
}

/** The newest such time that is not in the future: a day ahead is allowed for clocks that differ. */
function glogTime(head: string, now: number): LineTime | undefined {
  const match = GLOG.exec(head);
  if (!match) return undefined;
  const [, month, day, hours, minutes, seconds, fraction] = match;
  const year = new Date(now).getUTCFullYear();
  const found = time([String(year), month, day], [hours, minutes, seconds, fraction], undefined);
  if (found === undefined || found.at <= now + 86_400_000) return found;
  return time([String(year - 1), month, day], [hours, minutes, seconds, fraction], undefined);
}

type Parts = readonly (string | undefined)[];

function time([year, month, day]: Parts, [hours, minutes, seconds, fraction]: Parts, zone: string | undefined): LineTime | undefined {
  const milliseconds = (fraction ?? '').padEnd(3, '0').slice(0, 3);
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes), Number(seconds), Number(milliseconds));
  const date = new Date(at);
  // 31 February and 25 o'clock are numbers that look like a time
  const real = date.getUTCMonth() + 1 === Number(month) && date.getUTCHours() === Number(hours);
  return real ? { at: at - offsetMs(zone), zoned: zone !== undefined } : undefined;
}

function offsetMs(zone: string | undefined): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '') ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
