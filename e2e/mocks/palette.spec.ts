import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openList } from '../support/marathon-list.ts';

const palette = (page: Page): Locator => page.getByRole('dialog', { name: 'Search and commands' });
const field = (page: Page): Locator => palette(page).getByRole('combobox', { name: 'Search and commands' });
const option = (page: Page, name: RegExp): Locator => palette(page).getByRole('option', { name });

/** The keys are listened to a moment after the page shows. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused({ timeout: 2_000 });
  }).toPass();
}

test('goes to pages, applications, nodes and tasks, and does what can be done to them', async ({ page }) => {
  await openList(page);
  await openPalette(page);
  await page.keyboard.type('scale oink');
  await expect(option(page, /^Scale \/oinker/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Scale /oinker' })).toBeVisible();
  // the palette is no page: the way back leads to where it was opened
  await page.goBack();
  await expect(page).toHaveURL(/\/marathon\/apps\?scenario=demo$/);

  await openPalette(page);
  await expect(option(page, /^Dashboard/)).toBeVisible();
  await page.keyboard.type('192.168.65.111');
  await option(page, /Node$/).click();
  await expect(page.getByRole('heading', { name: 'a1', level: 1 })).toBeVisible();

  // what was chosen before comes first the next time
  await openPalette(page);
  await expect(option(page, /recent · Node$/)).toBeVisible();
  await page.keyboard.type('oinker instance');
  await expect(option(page, /Task$/).first()).toBeVisible();
  await page.keyboard.type(' nowhere');
  await expect(palette(page)).toContainText('Nothing matches “oinker instance nowhere”.');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
});

test('has its place in the header, and nothing that axe finds', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  await page.getByRole('button', { name: 'Search and commands' }).click();
  await field(page).fill('create');
  await expect(option(page, /^Create job/)).toBeVisible();
  await expectNoViolations(page);
});

test('leads through tables and to places by single keys', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  await expect(page.getByRole('table', { name: 'Nodes' }).getByRole('link').first()).toBeVisible();
  const focusedRow = page.getByRole('row').filter({ has: page.locator(':focus') });
  await expect(async () => {
    await page.keyboard.press('j');
    await expect(focusedRow).toBeVisible({ timeout: 2_000 });
  }).toPass();
  const first = await focusedRow.textContent();
  await page.keyboard.press('j');
  await expect(focusedRow).not.toHaveText(first ?? '');
  await page.keyboard.press('k');
  await expect(focusedRow).toHaveText(first ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/nodes\/[^/?]+/);
  await page.keyboard.press('g');
  await page.keyboard.press('l');
  await expect(page.getByRole('heading', { name: 'Events', level: 1 })).toBeVisible();
});
