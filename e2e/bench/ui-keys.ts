import type { Page } from '@playwright/test';
import { keyToPaint, scrollFrames } from './page-probes.ts';

const LIST = { selector: 'table[aria-rowcount]', attribute: 'aria-rowcount' };
/** Typed letter by letter. A letter counts where it changes how many applications fit. */
const TYPED = ['web-2', 'pay', 'queue-10', 'cache-2', 'team-11', 'dat', 'mail'];

const filterBox = (page: Page) =>
  page.getByRole('combobox', { name: 'Filter applications' }).or(page.getByRole('searchbox', { name: 'Filter applications' }));

/** From each key typed in the filter of the applications to the frame that shows what fits. Milliseconds. */
export async function keyTimes(page: Page): Promise<number[]> {
  const times: number[] = [];
  const box = filterBox(page);
  await box.focus();
  for (const text of TYPED) {
    for (const key of text) {
      const time = await keyToPaint(page, key, LIST);
      if (time !== undefined) times.push(time);
    }
    await box.fill('');
    await page.waitForFunction(() => !location.search.includes('filter'));
  }
  return times;
}

/** Lengths of frames, in milliseconds, while all applications are scrolled through as one list. */
export async function scrollTimes(page: Page): Promise<number[]> {
  // each of them has this label's key
  await filterBox(page).fill('team');
  await page.waitForFunction(() => Number(document.querySelector('table')?.getAttribute('aria-rowcount')) > 900);
  return scrollFrames(page, 'main', { frames: 400, pixels: 60 });
}
