import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openApplications, runApp } from '../support/run-app.ts';

const CMD = String.raw`echo hello > notes/deep/readme.txt; echo more > notes/todo.txt; printf 'ELF\000\001\002' > program; sleep 1000`;

async function openFiles(page: Page): Promise<void> {
  await openApplications(page);
  await runApp(page, { id: '/filer', cmd: CMD });
  await page
    .getByRole('link', { name: /^filer\./ })
    .first()
    .click();
  await page.getByRole('navigation', { name: 'Views of the instance' }).getByRole('link', { name: 'Files' }).click();
  await expect(page.getByRole('table', { name: 'Files' })).toBeVisible();
}

test('lists the files of a task with what the agent says of them', async ({ page }) => {
  await openFiles(page);
  const table = page.getByRole('table', { name: 'Files' });
  for (const header of ['Name', 'Mode', 'Links', 'UID', 'GID', 'Size', 'Last Modified', 'Download']) {
    await expect(table.getByRole('columnheader', { name: header })).toBeVisible();
  }
  await expect(table.getByRole('row').nth(1)).toContainText('notes');
  const program = table.getByRole('row').filter({ hasText: 'program' });
  await expect(program).toContainText('-rw-r--r--');
  await expect(program).toContainText('6 B');
});

test('walks through directories and shows a text', async ({ page }) => {
  await openFiles(page);
  await page.getByRole('link', { name: /^notes/ }).click();
  await page.getByRole('link', { name: /^deep/ }).click();
  await page.getByRole('link', { name: 'readme.txt', exact: true }).click();
  await expect(page.getByRole('log', { name: 'Contents of readme.txt' })).toContainText('hello');
  await expect(page).toHaveURL(/path=notes%2Fdeep&open=readme\.txt/);
  await page.getByRole('navigation', { name: 'Path' }).getByRole('link', { name: 'notes' }).click();
  await expect(page.getByRole('link', { name: 'todo.txt', exact: true })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('log', { name: 'Contents of readme.txt' })).toBeVisible();
});

test('does not show a program as if it were text, and offers it for download', async ({ page }) => {
  await openFiles(page);
  await page.getByRole('link', { name: 'program', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'This is not a text file' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Download file' })).toHaveAttribute('href', /\/files\/download\?path=.+program$/);
});

test('says that a directory or a file is not there', async ({ page }) => {
  await openFiles(page);
  await page.getByRole('link', { name: /^notes/ }).click();
  await page.getByRole('link', { name: 'todo.txt', exact: true }).click();
  await expect(page.getByRole('log')).toContainText('more');
  await page.getByRole('navigation', { name: 'Path' }).getByRole('link', { name: 'Working directory' }).click();
  // what an agent has removed is no longer where a reload looks for it
  await page.getByRole('link', { name: /^notes/ }).click();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'There is no such directory' })).toBeVisible();
  await page.getByRole('link', { name: 'To the working directory' }).click();
  await expect(page).not.toHaveURL(/path=/);
});

test('fits a phone and has no accessibility violations in either theme', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await openFiles(page);
  await expectNoViolations(page, 'main');
  await page.getByRole('link', { name: /^notes/ }).click();
  await page.getByRole('link', { name: 'todo.txt', exact: true }).click();
  await expect(page.getByRole('log')).toContainText('more');
  await expectNoViolations(page, 'main');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
