import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const box = (page: Page, node: string, unit: string): Locator => region(page, node).getByRole('link', { name: new RegExp(`^${unit}`) });

test('the diagram follows what becomes of a component that is stopped and started again', async ({ page }) => {
  await page.goto('/components?scenario=demo');
  await page.getByRole('link', { name: 'Diagram' }).click();
  await expect(box(page, 'Master node m1', 'Marathon')).toContainText('Active');
  await expect(region(page, 'Agent node a1').getByRole('link', { name: 'redis' })).toBeVisible();

  await page.goto('/machines');
  await region(page, 'm1').getByRole('link', { name: 'Marathon', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Marathon on m1' });
  await expect(dialog).toContainText('what fails is not replaced');
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await expect(dialog.getByLabel('Said last').getByText('Stopped Marathon.')).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(region(page, 'm1').getByRole('listitem').filter({ hasText: 'Marathon' }).first()).toContainText('Stopped');

  // by links: a page that is loaded anew has started its cluster anew
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await navigation.getByRole('link', { name: 'Components' }).click();
  await page.getByRole('link', { name: 'Diagram' }).click();
  await expect(box(page, 'Master node m1', 'Marathon')).toContainText('Stopped');
  await navigation.getByRole('link', { name: 'Machines' }).click();
  await region(page, 'm1').getByRole('link', { name: 'Marathon', exact: true }).click();
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog.getByText('Active', { exact: true })).toBeVisible();
});

test('a component that crashes on a node says why it is ill, and comes back by itself', async ({ page }) => {
  await page.goto('/components/dcos-mesos-slave.service/nodes/192.168.65.111?scenario=demo');
  await page.getByRole('link', { name: 'Stop, crash or restart' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mesos Agent on a1' });
  await dialog.getByRole('button', { name: 'Crash', exact: true }).click();
  await expect(dialog.getByText('its restart, 5 s after it died')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Waiting for its restart, 5 s after it died.', { exact: true })).toBeVisible();
  await expect(page.getByText('Healthy', { exact: true })).toBeVisible();
});

test('what cannot be stopped says why', async ({ page }) => {
  await page.goto('/machines/m1/units/dcos-adminrouter.service');
  await expect(page.getByRole('dialog')).toContainText('reached by the Admin Router alone');
});

test('each box of the diagram leads to its page, on a phone and by the keyboard too', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto('/components/diagram?agent=p1');
  await expect(region(page, 'Agent node p1')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await expectNoViolations(page);
  await page.getByRole('combobox', { name: 'Agent' }).selectOption('a1');
  await expect(page).toHaveURL(/\/components\/diagram$/);
  await box(page, 'Master node m1', 'Mesos Master').focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/mesos/);
  await page.goBack();
  await box(page, 'Master node m1', 'Mesos DNS').click();
  await expect(page).toHaveURL(/\/components\/dcos-mesos-dns\.service\/nodes\/192\.168\.65\.90$/);
});
