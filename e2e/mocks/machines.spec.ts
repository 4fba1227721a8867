import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const machine = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function openMachines(page: Page): Promise<void> {
  await page.goto('/machines?scenario=demo');
  await expect(machine(page, 'a1').getByRole('list', { name: 'Tasks on a1' }).getByRole('link', { name: 'redis' })).toBeVisible();
}

test('shows each machine with its components and tasks, and how they came up', async ({ page }) => {
  await page.goto('/dashboard?scenario=demo');
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Machines' }).click();
  for (const name of ['m1', 'a1', 'p1', 'boot']) await expect(machine(page, name).getByText('Running', { exact: true })).toBeVisible();
  await expect(machine(page, 'm1').getByRole('list', { name: 'Components of m1' }).getByText('Mesos Master')).toBeVisible();
  await expect(machine(page, 'p1').getByRole('link', { name: 'oinker' })).toBeVisible();
  const timeline = machine(page, 'Start-up sequence');
  await expect(timeline.getByRole('listitem').filter({ hasText: 'Mesos Agent Public' })).toContainText(/took \d+ m?s/);
  // the only master cannot go, and says why
  await expect(machine(page, 'm1').getByRole('button', { name: 'Halt m1' })).toHaveAccessibleDescription(/The only master cannot go/);
});

test('halts an agent once it is said what becomes of its tasks, and brings it up again', async ({ page }) => {
  await openMachines(page);
  await machine(page, 'a1').getByRole('button', { name: 'Halt a1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Halt a1?' });
  const fates = dialog.getByRole('list', { name: 'What becomes of its tasks' });
  // p1 is for public tasks alone
  await expect(fates).toContainText(/find no room and wait/);
  await expect(fates).toContainText('redis');
  await expect(dialog.getByText(/The master hears that the agent leaves/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Halt', exact: true }).click();
  await expect(machine(page, 'a1').getByText('Halted', { exact: true })).toBeVisible();
  await expect(machine(page, 'What was done').getByRole('listitem').filter({ hasText: 'Halt a1' })).toContainText('Done');
  await page.getByRole('link', { name: 'Nodes', exact: true }).click();
  await expect(page.getByText('Halted: a1')).toBeVisible();
  await page.getByRole('link', { name: 'Show the machines' }).click();
  await machine(page, 'a1').getByRole('button', { name: 'Up a1' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Bring up' }).click();
  await expect(machine(page, 'a1').getByText('Running', { exact: true })).toBeVisible();
});

test('adds a machine by its name, where tasks find room, and destroys it', async ({ page }) => {
  await openMachines(page);
  await page.getByRole('link', { name: 'Add a machine' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a machine' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('a1');
  await expect(dialog.getByText('The name a1 already belongs to a1.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('a2');
  await expect(dialog.getByText('a2 becomes a Private agent at 192.168.65.121 with 2 CPUs, and 2 GiB for tasks.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add and bring up' }).click();
  await expect(machine(page, 'a2').getByText('Running', { exact: true })).toBeVisible();

  await page.goto('/machines/a1/halt');
  await expect(page.getByRole('dialog').getByText(/start again elsewhere/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/machines$/);

  await machine(page, 'a2').getByRole('button', { name: 'Destroy a2' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Destroy', exact: true }).click();
  await expect(machine(page, 'a2')).toBeHidden();
});

test('machines on a phone and in both themes: nothing is too wide, and axe finds nothing', async ({ page }) => {
  await openMachines(page);
  await expectNoViolations(page);
  await machine(page, 'a1').getByRole('button', { name: 'Destroy a1' }).click();
  await expect(page.getByRole('dialog').getByText(/This cannot be undone/)).toBeVisible();
  await expectNoViolations(page, '[role=dialog]');
  await page.setViewportSize({ width: 375, height: 812 });
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
