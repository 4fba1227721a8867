import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

/** Filters of tables, written in one language, and views that are saved of them. */

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Filter services' });
const services = (page: Page): Locator => page.getByRole('table', { name: 'Services' });
const link = (page: Page, name: string): Locator => services(page).getByRole('link', { name: new RegExp(`^${name}`) });

/** The demo world once its list is there. */
async function openServices(page: Page, query = ''): Promise<void> {
  await page.goto(`/services?scenario=demo${query}`);
  await expect(box(page)).toBeVisible();
  await expect(services(page).getByRole('link').first()).toBeVisible();
}

test('a filter is completed by keyboard, narrows the table down, and is in the address', async ({ page }) => {
  await openServices(page);
  await box(page).focus();
  await page.keyboard.type('la');
  await expect(page.getByRole('option', { name: /^label:/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('label:');
  await page.getByRole('option', { name: /^owner=shop/ }).click();
  await expect(box(page)).toHaveValue('label:owner=shop ');
  await expect(link(page, 'api')).toBeVisible();
  await expect(link(page, 'redis')).toHaveCount(0);
  await page.keyboard.type('-web');
  await expect(link(page, 'web')).toHaveCount(0);
  await expect(page).toHaveURL(/q=label%3Aowner%3Dshop\+-web/);
  await page.reload();
  await expect(box(page)).toHaveValue('label:owner=shop -web');
  await expect(link(page, 'api')).toBeVisible();
  await box(page).press('Escape');
  await expect(link(page, 'redis')).toBeVisible();
});

test('what cannot be asked is said where it stands, and the rest is still asked', async ({ page }) => {
  await openServices(page, '&q=redis+is:runing');
  await expect(box(page)).toHaveAccessibleDescription(/^“runing” cannot stand after “is”\. Possible: running, deploying/);
  await expect(box(page)).toHaveAttribute('aria-invalid', 'true');
  await expect(link(page, 'redis')).toBeVisible();
  await expect(link(page, 'oinker')).toHaveCount(0);
  await box(page).fill('colour:red');
  await expect(page.getByText('There is no “colour” to filter by here.')).toBeVisible();
  await box(page).fill('"colour:red"');
  await expect(page.getByText('There is no “colour” to filter by here.')).toHaveCount(0);
});

test('a view is saved, opened, renamed and deleted', async ({ page }) => {
  await openServices(page);
  const menu = page.getByRole('button', { name: 'Saved views' });
  await services(page).getByRole('button', { name: 'CPU' }).click();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitem', { name: 'Hide Memory' }).click();
  await box(page).fill('is:suspended');
  await expect(link(page, 'suspended')).toBeVisible();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Save this view…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save this view' });
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await expect(dialog.getByText('Give the view a name.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Stuck');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);

  await page.goto('/services');
  await expect(link(page, 'redis')).toBeVisible();
  await expect(services(page).getByRole('columnheader', { name: 'Memory' })).toBeVisible();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Stuck' }).click();
  await expect(box(page)).toHaveValue('is:suspended');
  await expect(services(page).getByRole('columnheader', { name: 'CPU' })).toHaveAttribute('aria-sort', /ascending|descending/);
  await expect(services(page).getByRole('columnheader', { name: 'Memory' })).toHaveCount(0);
  await expect(link(page, 'redis')).toHaveCount(0);

  await menu.click();
  await page.getByRole('menuitem', { name: 'All saved views…' }).click();
  const views = page.getByRole('dialog', { name: 'Saved views' });
  await views.getByRole('textbox', { name: 'Name of the view Stuck' }).fill('Waiting ones');
  await page.keyboard.press('Enter');
  await expect(views.getByRole('link', { name: 'Open Waiting ones' })).toBeVisible();
  await views.getByRole('button', { name: 'Delete Waiting ones' }).click();
  await expect(views.getByText('No views are saved')).toBeVisible();
});

test('every table takes the same language', async ({ page }) => {
  for (const [address, name, wrong] of [
    ['/marathon/apps', 'Filter applications', 'filterText=is:x'],
    ['/service/chronos/jobs', 'Find jobs by name or command', 'q=is:x'],
    ['/tasks', 'Find in Active', 'q=is:x'],
    ['/mesos/agents', 'Find in Agents', 'agents=is:x'],
    ['/components', 'Filter components', 'q=health:x'],
    ['/nodes', 'Filter nodes', 'q=health:x'],
  ] as const) {
    await page.goto(`${address}?scenario=demo&${wrong}`);
    await expect(page.getByRole('combobox', { name })).toHaveAccessibleDescription(/^“x” cannot stand after/);
  }
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await openServices(page, '&q=colour:red+is:');
  await box(page).press('End');
  await box(page).press('ArrowDown');
  await expect(page.getByRole('option', { name: 'running' })).toBeVisible();
  await expect(page.getByText('There is no “colour” to filter by here.')).toBeVisible();
  await expectNoViolations(page);
  await page.goto('/services?q=is:suspended&modal=save-view');
  await expect(page.getByRole('dialog', { name: 'Save this view' })).toBeVisible();
  await expectNoViolations(page);
});
