import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const AGENTS = ['a1', 'p1'];

async function openNodes(page: Page, query = ''): Promise<void> {
  await page.goto(`/nodes${query}`);
  for (const agent of AGENTS) await expect(page.getByRole('cell', { name: agent })).toBeVisible();
}

test('says on every page that tasks are simulated, and what helps', async ({ page }) => {
  for (const path of ['/dashboard', '/nodes', '/components', '/marathon/apps']) {
    await page.goto(path);
    await expect(page.getByText('Tasks are simulated')).toBeVisible();
    await expect(page.getByText('npm start', { exact: true })).toBeVisible();
  }
});

test('the address of a table holds its filter and its order', async ({ page }) => {
  await openNodes(page);
  await page.getByRole('button', { name: 'Tasks' }).click();
  await page.getByRole('combobox', { name: 'Filter nodes' }).fill('p1');
  await expect(page).toHaveURL(/\?sort=tasks&q=p1$/);
  await page.reload();
  await expect(page.getByRole('cell', { name: 'p1' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'a1' })).toBeHidden();
  await expect(page.getByRole('columnheader', { name: 'Tasks' })).toHaveAttribute('aria-sort', 'ascending');
  await page.getByRole('combobox', { name: 'Filter nodes' }).press('Escape');
  await expect(page.getByRole('cell', { name: 'a1' })).toBeVisible();
});

test('a node shows what it has and what runs on it', async ({ page }) => {
  await openNodes(page, '?scenario=demo');
  await page.getByRole('link', { name: /^a1/ }).click();
  await expect(page.getByRole('heading', { name: 'a1', level: 1 })).toBeVisible();
  await expect(page.getByText(/of 1 CPUs$/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'Tasks' }).getByRole('cell', { name: /^redis/ })).toBeVisible();
});

test('Back returns to where one was in a long list', async ({ page }) => {
  await page.goto('/nodes?scenario=medium');
  const main = page.getByRole('main');
  const last = page.getByRole('table', { name: 'Nodes' }).getByRole('link').last();
  await expect(last).toBeVisible();
  await main.evaluate((element) => element.scrollTo(0, element.scrollHeight));
  await last.click();
  await expect(page.getByRole('heading', { name: 'Resources', level: 2 })).toBeVisible();
  expect(await main.evaluate((element) => element.scrollTop)).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Nodes', level: 1 })).toBeAttached();
  expect(await main.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
});

test('a node that left says so', async ({ page }) => {
  await page.goto('/nodes/gone-S7');
  await expect(page.getByRole('heading', { name: 'There is no such node' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all nodes' }).click();
  await expect(page).toHaveURL(/\/nodes$/);
});

test('remembers the theme that was chosen', async ({ page }) => {
  await page.goto('/dashboard');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitem', { name: 'Dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible();
});

test('an unknown address says so and leads back', async ({ page }) => {
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'This page does not exist', level: 2 })).toBeVisible();
  await page.getByRole('link', { name: 'Go to the Dashboard' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
});

test('works on a phone: the navigation is a drawer and nothing is wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openNodes(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await page.getByRole('button', { name: 'Open navigation' }).click();
  await page.getByRole('dialog', { name: 'Main navigation' }).getByRole('link', { name: 'Components' }).click();
  await expect(page.getByRole('heading', { name: 'Components', level: 1 })).toBeVisible();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('is reachable by keyboard alone', async ({ page }) => {
  await openNodes(page);
  // the last header's button, then the first row's link
  await page.getByRole('button', { name: 'Disk' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Resources', level: 2 })).toBeVisible();
});

test('axe finds nothing on the list of nodes, in either theme', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  await expect(page.getByRole('heading', { name: 'Nodes', level: 1 })).toBeVisible();
  await expectNoViolations(page);
});
