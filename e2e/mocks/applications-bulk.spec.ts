import { expect, type Page, test } from '@playwright/test';
import { openList, row, status, tick } from '../support/marathon-list.ts';

const bar = (page: Page) => page.getByRole('region', { name: 'Selected applications' });
const select = (page: Page, id: string) => tick(page.getByRole('checkbox', { name: `Select ${id}`, exact: true }));

test('suspends several applications after one question, and resumes them', async ({ page }) => {
  await openList(page);
  await select(page, '/redis');
  await select(page, '/oinker');
  await select(page, '/suspended');
  await expect(bar(page).getByText('3 selected')).toBeVisible();
  await bar(page).getByRole('link', { name: 'Suspend' }).click();
  const question = page.getByRole('dialog', { name: 'Suspend 2 applications?' });
  await expect(question.getByRole('listitem')).toHaveText(['/oinker', '/redis']);
  await expect(question.getByText('there is nothing to do: /suspended')).toBeVisible();
  await question.getByRole('button', { name: 'Suspend' }).click();
  await expect(question).toBeHidden();
  await expect(status(page, 'redis', 'Suspended')).toBeVisible();
  await expect(status(page, 'oinker', 'Suspended')).toBeVisible();
  await expect(bar(page)).toBeHidden();

  await select(page, '/redis');
  await select(page, '/oinker');
  await bar(page).getByRole('link', { name: 'Resume' }).click();
  await page.getByRole('dialog', { name: 'Resume 2 applications?' }).getByRole('button', { name: 'Resume' }).click();
  await expect(status(page, 'redis', 'Running')).toBeVisible();
  await expect(status(page, 'oinker', 'Running')).toBeVisible();
});

test('scales all that the filter shows, lists what failed, and gets through a lock by force', async ({ page }) => {
  await openList(page);
  await page.getByRole('combobox', { name: 'Filter applications' }).fill('oo-big');
  await expect(page.getByText('Search results for “oo-big” (one application)')).toBeVisible();
  await tick(page.getByRole('checkbox', { name: 'Select all applications' }));
  await expect(page).toHaveURL(/selected=all/);
  await bar(page).getByRole('link', { name: 'Scale' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Instances').fill('2');
  await dialog.getByRole('button', { name: 'Scale' }).click();
  const failures = dialog.getByRole('alert').filter({ hasText: '1 of 1 failed' });
  await expect(failures.getByText('/too-big')).toBeVisible();
  await expect(failures.getByRole('link', { name: 'Show the deployments' })).toHaveAttribute('href', /deployment=/);
  await dialog.getByRole('button', { name: 'Stop Current Deployments and Scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'too-big').getByText('0 of 2')).toBeVisible();
  await expect(page).toHaveURL(/filterText=oo-big/);
});

test('restarts and destroys several, and creates what was destroyed again', async ({ page }) => {
  await openList(page);
  await select(page, '/redis');
  await select(page, '/oinker');
  await bar(page).getByRole('link', { name: 'Restart' }).click();
  await page.getByRole('dialog', { name: 'Restart 2 applications?' }).getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('Restart: begun for 2 applications')).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();

  await select(page, '/redis');
  await bar(page).getByRole('link', { name: 'Destroy' }).click();
  await page.getByRole('dialog', { name: 'Destroy one application?' }).getByRole('button', { name: 'Destroy' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row(page, 'redis')).toBeHidden();
  await page.reload();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Recently destroyed' }).click();
  const list = page.getByRole('dialog', { name: 'Recently destroyed' });
  await list.getByRole('button', { name: 'Recreate /redis' }).click();
  await expect(page.getByText('/redis was created again')).toBeVisible();
  await expect(list.getByText('Nothing was destroyed from this browser')).toBeVisible();
  await list.getByRole('button', { name: 'Close' }).last().click();
  await expect(status(page, 'redis', 'Running')).toBeVisible();
});

test('keeps the selection in the address, and fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openList(page, '&selected=%2Fredis');
  await expect(page.getByRole('checkbox', { name: 'Select /redis', exact: true })).toBeChecked();
  await expect(bar(page).getByText('One selected')).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  await bar(page).getByRole('button', { name: 'Clear selection' }).click();
  await expect(bar(page)).toBeHidden();
});

test('is done with the keyboard alone', async ({ page }) => {
  await openList(page);
  const box = page.getByRole('checkbox', { name: 'Select /redis', exact: true });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
  await bar(page).getByRole('link', { name: 'Scale' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Scale one application?' });
  await expect(dialog.getByLabel('Instances')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'redis').getByText('2 of 2')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for /redis', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Destroy /redis?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});
