import { Temporal } from 'temporal-polyfill';

/** `2016-04-26 09:00` on the clock of a zone; on that of UTC where the zone is not known here. Milliseconds since the epoch. */
export function formatInZone(at: number, zone: string): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(at);
  const time = (name: string): string =>
    instant.toZonedDateTimeISO(name).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
  try {
    return time(zone === '' ? 'UTC' : zone);
  } catch {
    return time('UTC');
  }
}
