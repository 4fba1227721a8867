import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

/** The page of a task at its node, of whichever framework. */

/** A running task of the demo world, with its node. */
async function runningTask(page: Page): Promise<string> {
  await page.goto('/mesos/overview?scenario=demo&active=redis');
  const link = page.getByRole('table', { name: 'Active Tasks' }).getByRole('link', { name: /redis\.instance-/ });
  const href = (await link.getAttribute('href')) ?? '';
  const agent = await page
    .getByRole('table', { name: 'Active Tasks' })
    .getByRole('link', { name: /^\d+\./ })
    .getAttribute('href');
  return `/nodes/${agent?.split('/').at(-1)}/tasks/${href.split('/').at(-1)}`;
}

test('shows what a task is and was, its files and what it wrote', async ({ page }) => {
  const address = await runningTask(page);
  await page.goto(address);
  const history = page.getByRole('table', { name: 'Status History' });
  await expect(history.getByRole('row').filter({ hasText: 'RUNNING' })).toBeVisible();
  await expect(page.getByText('Measured by the agent')).toBeVisible();
  await expect(page.getByText(/of memory/)).toBeVisible();
  const views = page.getByRole('navigation', { name: 'Views of the instance' });
  await views.getByRole('link', { name: 'Files' }).click();
  await expect(page.getByRole('link', { name: 'stdout' }).first()).toBeVisible();
  await views.getByRole('link', { name: 'Logs' }).click();
  await expect(page).toHaveURL(/\/logs$/);
  await expect(page.getByRole('searchbox', { name: 'Search the log' })).toBeVisible();
  await page.getByRole('link', { name: 'Application', exact: true }).click();
  await expect(page).toHaveURL(/\/services\/detail\/redis\/tasks\//);
});

test('says when nobody knows the task', async ({ page }) => {
  const address = await runningTask(page);
  await page.goto(`${address}-gone`);
  await expect(page.getByRole('heading', { name: /no such task/i })).toBeVisible();
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  const address = await runningTask(page);
  await page.goto(address);
  await expect(page.getByRole('table', { name: 'Status History' }).getByRole('row').nth(1)).toBeVisible();
  await expectNoViolations(page);
});
