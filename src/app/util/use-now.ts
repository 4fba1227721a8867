import { useEffect, useState } from 'react';
import { onTick } from './ticks.ts';

/** The time, kept up to date while mounted, for relative times. Milliseconds since the epoch. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => onTick(everyMs, setNow), [everyMs]);
  return now;
}
