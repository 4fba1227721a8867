import type { Page } from '@playwright/test';

/** What is measured in the page itself, by its own clock. All times in milliseconds. */

/** A key that has changed nothing by then changes nothing. */
const UNCHANGED_AFTER_MS = 1500;

/**
 * Presses a key in what has the focus, and waits until the page shows what came of it. Measured from the event to the end of the
 * first frame after the attribute of the element has changed: input, filter, list, layout and painting. undefined when it stays.
 */
export async function keyToPaint(page: Page, key: string, watched: { selector: string; attribute: string }): Promise<number | undefined> {
  const measured = page.evaluate(
    ({ selector, attribute, waitMs }) =>
      new Promise<number | undefined>((resolve, reject) => {
        let pressedAt = 0;
        addEventListener('keydown', (event) => (pressedAt = event.timeStamp), { once: true, capture: true });
        const element = document.querySelector(selector);
        if (element === null) return reject(new Error(`There is no ${selector}.`));
        const observer = new MutationObserver(() => {
          if (pressedAt === 0) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            // a message comes after the frame has been painted
            port1.addEventListener('message', () => resolve(performance.now() - pressedAt), { once: true });
            port1.start();
            port2.postMessage(undefined);
          });
        });
        observer.observe(element, { attributes: true, attributeFilter: [attribute] });
        setTimeout(() => resolve(undefined), waitMs);
        return undefined;
      }),
    { ...watched, waitMs: UNCHANGED_AFTER_MS },
  );
  await page.keyboard.press(key);
  return measured;
}

/** Scrolls an element by so many pixels in each frame, down and up again. The length of each frame. */
export function scrollFrames(page: Page, selector: string, options: { frames: number; pixels: number }): Promise<number[]> {
  return page.evaluate(
    ({ selector, frames, pixels }) =>
      new Promise<number[]>((resolve, reject) => {
        const box = document.querySelector(selector);
        if (box === null) return reject(new Error(`There is no ${selector}.`));
        const lengths: number[] = [];
        let last = performance.now();
        let direction = 1;
        const step = (now: number): void => {
          lengths.push(now - last);
          last = now;
          if (box.scrollTop + box.clientHeight >= box.scrollHeight - 1) direction = -1;
          box.scrollTop += direction * pixels;
          if (lengths.length < frames) requestAnimationFrame(step);
          else resolve(lengths.slice(1));
        };
        requestAnimationFrame(step);
        return undefined;
      }),
    { selector, ...options },
  );
}
