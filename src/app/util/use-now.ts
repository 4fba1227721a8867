import { useEffect, useState } from 'react';

/** The time, kept up to date while mounted, for relative times. Milliseconds since the epoch. */
export function useNow(everyMs = 1_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
