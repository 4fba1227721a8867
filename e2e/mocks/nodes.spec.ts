import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

async function openGrid(page: Page, query = ''): Promise<void> {
  await page.goto(`/nodes?scenario=demo&view=grid${query}`);
  await expect(page.getByRole('list', { name: 'Nodes' }).getByRole('link', { name: /^a1: [1-9]\d*% of CPU allocated$/ })).toBeVisible();
}

test('the grid draws each node as a ring, by the resource that one chooses, and tells its tasks', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  await page.getByRole('button', { name: 'Grid' }).click();
  await expect(page).toHaveURL(/view=grid/);
  const a1 = page.getByRole('list', { name: 'Nodes' }).getByRole('link', { name: /^a1: / });
  await expect(a1).toHaveAccessibleName(/[1-9]\d*% of CPU allocated$/);
  await page.getByRole('combobox', { name: 'Resource' }).selectOption('Memory');
  await expect(a1).toHaveAccessibleName(/[1-9]\d*% of Memory allocated$/);
  await page.getByRole('button', { name: 'Grid' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'Services' }).getByRole('button', { name: /^marathon/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('tooltip')).toContainText('redis');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'a1', level: 1 })).toBeVisible();
});

test('nodes are narrowed by service, by state and by how full they are; the address keeps it', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  const cell = (name: string) => page.getByRole('table', { name: 'Nodes' }).getByRole('cell', { name });
  await expect(cell('p1')).toBeVisible();
  await page.getByRole('combobox', { name: 'Filter nodes' }).fill('is:public');
  await expect(cell('a1')).toBeHidden();
  await expect(cell('p1')).toBeVisible();
  await expect(page.getByText('1 of 2 nodes')).toBeVisible();
  await expect(page).toHaveURL(/q=is%3Apublic/);
  await page.reload();
  await expect(cell('p1')).toBeVisible();
  await expect(cell('a1')).toBeHidden();
  await page.getByRole('combobox', { name: 'Filter nodes' }).fill('service:nowhere');
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(cell('a1')).toBeVisible();
  await page.getByRole('combobox', { name: 'Service', exact: true }).selectOption('marathon (2)');
  await expect(page).toHaveURL(/service=marathon/);
});

test('a node shows its tasks, its components and what it is', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  await page.getByRole('link', { name: /^a1/ }).click();
  const views = page.getByRole('navigation', { name: 'Views of the node' });
  await expect(page.getByRole('table', { name: 'Tasks' }).getByRole('cell', { name: /^redis/ })).toBeVisible();
  await expect(page.getByRole('figure', { name: /^CPU over time, now [1-9]\d*% allocated$/ })).toBeAttached();
  await views.getByRole('link', { name: 'Health' }).click();
  await expect(page.getByRole('table', { name: 'Components of the node' }).getByRole('link', { name: /^Mesos Agent/ })).toBeVisible();
  await views.getByRole('link', { name: 'Details' }).click();
  await expect(page.getByRole('table', { name: 'Resource Reservations' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Its page at Mesos' })).toBeVisible();
});

test('drains a node once it is said where its tasks go, and reactivates it', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  await page.getByRole('link', { name: /^a1/ }).click();
  await expect(page.getByRole('table', { name: 'Tasks' }).getByRole('cell', { name: /^redis/ })).toBeVisible();
  await page.getByRole('button', { name: /^Actions for / }).click();
  await page.getByRole('menuitem', { name: 'Drain' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'What becomes of its tasks' })).toContainText('redis');
  await dialog.getByRole('button', { name: 'Drain' }).click();
  await expect(page.getByRole('button', { name: /^Drain(ing|ed)$/ })).toBeVisible();
  await page.getByRole('button', { name: /^Actions for / }).click();
  await page.getByRole('menuitem', { name: 'Reactivate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Reactivate' }).click();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
});

test('above 200 nodes the grid is a heat map that the arrow keys walk over', async ({ page }) => {
  await page.goto('/nodes?scenario=busy&view=grid');
  const map = page.getByRole('list', { name: 'Nodes by allocated CPU' });
  await expect(map.getByRole('link')).toHaveCount(1000, { timeout: 60_000 });
  await map.getByRole('link').first().focus();
  const first = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(name).not.toBe(first);
  await expect(page.getByRole('complementary')).toContainText(name?.split(':')[0] ?? 'no node');
});

test('nodes on a phone and in both themes: nothing is too wide, and axe finds nothing', async ({ page }) => {
  await openGrid(page);
  await expectNoViolations(page);
  await page.getByRole('link', { name: /^a1: / }).click();
  await expect(page.getByRole('table', { name: 'Tasks' }).getByRole('cell', { name: /^redis/ })).toBeVisible();
  await expectNoViolations(page);
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await page.goBack();
  await expect(page.getByRole('list', { name: 'Nodes' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
