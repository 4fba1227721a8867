import { expect, type Locator, type Page, test } from '@playwright/test';
import { tick } from '../support/marathon-list.ts';

const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^${name}( |$)`) }) });

async function openList(page: Page): Promise<void> {
  await page.goto('/marathon/apps?scenario=demo');
  await expect(row(page, 'redis').getByRole('button', { name: 'Running', exact: true })).toBeVisible();
}

test('filters by a label, from the row or the sidebar, and keeps it when a dialog closes', async ({ page }) => {
  await openList(page);
  await row(page, 'redis').getByRole('button', { name: 'Filter by tier:data' }).click();
  await expect(page).toHaveURL(/filterLabels=tier%3Adata/);
  await expect(row(page, 'oinker')).toBeHidden();
  await tick(page.getByRole('checkbox', { name: 'owner:shop' }));
  await expect(row(page, 'web')).toBeVisible();
  await expect(row(page, 'redis')).toBeVisible();
  await row(page, 'redis').getByRole('button', { name: 'Actions for /redis' }).click();
  await page.getByRole('menuitem', { name: 'Scale' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('checkbox', { name: 'tier:data' })).toBeChecked();
  await page.getByRole('button', { name: 'Clear 2 Labels Selected' }).click();
  await expect(row(page, 'oinker')).toBeVisible();
});

test('joins the blocks of the filter: each has to hold', async ({ page }) => {
  await openList(page);
  const health = page.getByRole('group', { name: 'Health' });
  await tick(health.getByRole('checkbox', { name: 'Unknown' }));
  await expect(row(page, 'redis')).toBeVisible();
  await tick(page.getByRole('checkbox', { name: 'Waiting' }));
  await expect(page.getByText('No application matches')).toBeVisible();
  await page.getByRole('button', { name: 'Clear Health' }).click();
  await expect(row(page, 'too-big')).toBeVisible();
  await tick(page.getByRole('checkbox', { name: 'Volumes' }));
  await expect(page).toHaveURL(/filterVolumes=true/);
  await page.getByRole('button', { name: 'Show all applications' }).click();
  await expect(page.getByRole('checkbox', { name: 'Volumes' })).not.toBeChecked();
});

test('forgives letters that were left out, and puts the best match first', async ({ page }) => {
  await openList(page);
  await page.getByRole('combobox', { name: 'Filter applications' }).fill('rds');
  await expect(page.getByRole('row').nth(1)).toContainText('redis');
  await expect(row(page, 'oinker')).toBeHidden();
});

test('resets the delay of an application whose instances end too early', async ({ page }) => {
  await openList(page);
  const app = row(page, 'typo-in-image');
  await expect(app.getByRole('button', { name: 'Delayed', exact: true })).toBeVisible({ timeout: 20_000 });
  await app.getByRole('button', { name: 'Actions for /typo-in-image' }).click();
  await page.getByRole('menuitem', { name: 'Reset Delay' }).click();
  await expect(page.getByText('/typo-in-image is launched again without delay')).toBeVisible();
  await row(page, 'redis').getByRole('button', { name: 'Actions for /redis' }).click();
  await expect(page.getByRole('menuitem', { name: 'Scale' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Reset Delay' })).toBeHidden();
});

test('edits and duplicates an application from its row, and keeps the filter', async ({ page }) => {
  await page.goto('/marathon/apps?scenario=demo&filterText=redis');
  await expect(row(page, 'redis').getByRole('button', { name: 'Running', exact: true })).toBeVisible();
  for (const [entry, title] of [
    ['Edit', /Edit Application/],
    ['Duplicate', /Duplicate/],
  ] as const) {
    await row(page, 'redis').getByRole('button', { name: 'Actions for /redis' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await expect(page).toHaveURL(/filterText=redis/);
});
