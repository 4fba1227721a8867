import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPainter, paintGapMs } from './painter.ts';

/** A page that can be hidden, as far as a painter looks at it. */
class Page extends EventTarget {
  visibilityState = 'visible';
  show(state: 'visible' | 'hidden'): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}
let page: Page;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  page = new Page();
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('paints within a frame after a rest, then no more often than it may', async () => {
  let painted = 0;
  const painter = createPainter(
    () => (painted += 1),
    () => 500,
  );
  painter.request();
  await vi.advanceTimersByTimeAsync(16);
  expect(painted).toBe(1);
  for (let n = 0; n < 100; n += 1) {
    painter.request();
    await vi.advanceTimersByTimeAsync(10);
  }
  expect(painted).toBe(2 + 1);
  painter.stop();
});

it('paints nothing while nobody looks, and all of it at once when somebody does', async () => {
  let painted = 0;
  const painter = createPainter(
    () => (painted += 1),
    () => 16,
  );
  page.show('hidden');
  painter.request();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(painted).toBe(0);
  page.show('visible');
  expect(painted).toBe(1);
  page.show('hidden');
  page.show('visible');
  expect(painted).toBe(1);
  painter.stop();
});

it('paints small clusters each frame and large ones each second', () => {
  expect([paintGapMs(20), paintGapMs(1_000), paintGapMs(50_000)]).toEqual([16, 100, 1_000]);
});
