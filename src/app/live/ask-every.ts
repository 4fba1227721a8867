import { pacedMs } from '../util/refresh-pace.ts';
import type { Source } from './sources.ts';

/** While a source is away it is watched in other ways (see watch-source.ts), and asked at once when it is back. */
const AWAY_MS = 10_000;

/** The interval of a query: none while a stream tells what it would answer, a long one while its source is away. */
export function askEvery({ link, freshness }: Source, intervalMs: number): number | false {
  if (link.current().kind === 'live') return false;
  return freshness.current().kind === 'reconnecting' ? Math.max(intervalMs, AWAY_MS) : pacedMs(intervalMs);
}
