const FRAME_MS = 16;
const LONGEST_MS = 1_000;
/** What it costs to draw a list anew grows with its rows: with ten rows a millisecond, drawing takes a few hundredths of the time. */
const ROWS_PER_MS = 10;

/** Milliseconds between two paintings of so many rows: each frame for a small cluster, each second for a large one. */
export const paintGapMs = (rows: number): number => Math.min(LONGEST_MS, Math.max(FRAME_MS, rows / ROWS_PER_MS));

export interface Painter {
  /** Something has changed: paint when it is time. */
  request(): void;
  /** Paint now if anything has changed. */
  flush(): void;
  stop(): void;
}

/**
 * Paints what has changed: at once after a rest, then no more often than `gapMs()`, and not at all while the page is hidden. What
 * changed meanwhile is painted when the page is looked at again.
 */
export function createPainter(paint: () => void, gapMs: () => number): Painter {
  let wanted = false;
  let paintedAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isHidden = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'hidden';
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (!wanted || isHidden()) return;
    wanted = false;
    paintedAt = performance.now();
    paint();
  };
  const onSeen = (): void => flush();
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', onSeen);
  return {
    request() {
      wanted = true;
      if (timer !== undefined || isHidden()) return;
      timer = setTimeout(flush, Math.max(FRAME_MS, paintedAt + gapMs() - performance.now()));
    },
    flush,
    stop() {
      clearTimeout(timer);
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', onSeen);
    },
  };
}
