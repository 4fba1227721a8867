import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openJobs } from '../support/chronos-jobs.ts';

/** What depends on what: as a drawing, and in words. */

const drawing = (page: Page) => page.getByRole('figure', { name: 'Which job runs after which' });
const list = (page: Page) => page.getByRole('list', { name: 'Jobs and what they run after' });
const item = (page: Page, job: string) =>
  list(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: job, exact: true }).first() });

/** Where the box of a job is on the screen. */
async function box(page: Page, job: string): Promise<{ left: number; right: number; middle: number }> {
  const node = drawing(page)
    .locator('.react-flow__node')
    .filter({ has: page.getByRole('link', { name: job, exact: true }) });
  const found = await node.boundingBox();
  if (!found) throw new Error(`${job} is not drawn.`);
  return { left: found.x, right: found.x + found.width, middle: found.y + found.height / 2 };
}

async function openGraph(page: Page): Promise<void> {
  await openJobs(page);
  await page.getByRole('button', { name: 'Dependencies' }).click();
  await expect(drawing(page).getByRole('link', { name: 'report' })).toBeVisible();
}

test('lets a job run after one more by a line, and no longer by a click on the arrow', async ({ page }) => {
  await openGraph(page);
  const from = await box(page, 'cleanup');
  const to = await box(page, 'report');
  await page.mouse.move(from.right, from.middle);
  await page.mouse.down();
  await page.mouse.move((from.right + to.left) / 2, (from.middle + to.middle) / 2, { steps: 5 });
  await page.mouse.move(to.left, to.middle, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText('report now runs after cleanup too')).toBeVisible();
  await expect(list(page).getByRole('listitem').filter({ hasText: 'report' })).toContainText('cleanup');

  // The drawing is laid out anew with the arrow that came.
  const dialog = page.getByRole('dialog', { name: 'Let report no longer run after backup' });
  await expect(async () => {
    const parent = await box(page, 'backup');
    const child = await box(page, 'report');
    await page.mouse.click((parent.right + child.left) / 2, (parent.middle + child.middle) / 2);
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await dialog.getByRole('button', { name: 'Take away' }).click();
  await expect(page.getByText('report no longer runs after backup')).toBeVisible();
  await expect(list(page).getByRole('link', { name: 'backup', exact: true })).toHaveCount(0);

  // Now mail and report both run after cleanup alone, and each has to keep that.
  await expect(drawing(page).getByRole('link', { name: 'backup' })).toHaveCount(0);
  await list(page).getByRole('link', { name: 'Let report no longer run after cleanup' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click();
  await expect(page.getByRole('dialog')).toContainText('report runs after nothing else');
});

test('does all of that by the keyboard, and refuses a circle', async ({ page }) => {
  await openGraph(page);
  await list(page).getByRole('link', { name: 'Let report run after another job' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Let report run after another job' });
  await expect(dialog).toContainText('It runs after backup now.');
  await dialog.getByLabel('Job').fill('mail');
  await page.keyboard.press('Enter');
  await expect(page.getByText('report now runs after mail too')).toBeVisible();
  await list(page).getByRole('link', { name: 'Let mail run after another job' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Job').fill('report');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByText('would wait for itself')).toBeVisible();
});

test('narrows the drawing to what belongs to a job; axe finds nothing in either theme', async ({ page }) => {
  await openGraph(page);
  await page.getByRole('searchbox', { name: 'Find jobs and all that depends on them' }).fill('mail');
  await expect(drawing(page).getByRole('link', { name: 'report' })).toHaveCount(0);
  await expect(drawing(page).getByRole('link', { name: 'cleanup' })).toBeVisible();
  await page.reload();
  await expect(list(page).getByRole('listitem')).toHaveCount(1);
  await expect(drawing(page).getByRole('link', { name: 'cleanup' })).toBeVisible();
  await expectNoViolations(page, 'main');
  await item(page, 'mail').getByRole('link', { name: 'cleanup', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'cleanup', level: 1 })).toBeVisible();
});
