import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const AGENT = 'dcos-mesos-slave.service';
const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });

test('a component shows on which nodes it is, and how it is there', async ({ page }) => {
  await page.goto('/components');
  await page.getByRole('combobox', { name: 'Filter components' }).fill('mesos master');
  await expect(page).toHaveURL(/q=mesos/);
  await table(page, 'Components')
    .getByRole('link', { name: /^Mesos Master/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Mesos Master', level: 1 })).toBeVisible();
  await table(page, 'Nodes').getByRole('link', { name: '192.168.65.90' }).click();
  await expect(page.getByText('Healthy: there is nothing to show.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Where to look' })).toContainText('dcos-mesos-master');
});

test('health follows when a machine is halted, from the Dashboard down to what the component said last', async ({ page }) => {
  await page.goto('/components');
  const health = page.getByRole('navigation', { name: 'Health of the components' });
  await expect(health.getByRole('link', { name: 'Unhealthy 0' })).toBeVisible();

  await page.goto('/machines/a1/halt');
  await page.getByRole('dialog').getByRole('button', { name: 'Halt', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const navigation = page.getByRole('navigation', { name: 'Main navigation' });
  await navigation.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page.getByRole('region', { name: 'Nodes', exact: true }).getByRole('link', { name: '1 lost' })).toBeVisible();
  const worst = page.getByRole('region', { name: 'Components Health' }).getByRole('listitem');
  await expect(worst.first()).toContainText(/Unhealthy.*since/);
  await expect(worst.filter({ hasText: 'Mesos Agent' }).first()).toContainText('Unhealthy');

  await navigation.getByRole('link', { name: 'Components' }).click();
  await expect(health.getByRole('link', { name: /^Unhealthy [1-9]/ })).toBeVisible();
  await health.getByRole('link', { name: /^Unhealthy/ }).click();
  await expect(page).toHaveURL(/q=health%3Aunhealthy$/);
  const row = table(page, 'Components').getByRole('row').filter({ hasText: AGENT });
  await expect(row).toContainText(/ago|now/);
  await row.getByRole('link', { name: /^Mesos Agent/ }).click();
  await table(page, 'Nodes').getByRole('link', { name: '192.168.65.111' }).click();
  await expect(page.getByRole('heading', { name: '192.168.65.111', level: 1 })).toBeVisible();
  await expect(page.getByText('Unhealthy', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Output on 192.168.65.111')).toContainText(/\S/);
  await expectNoViolations(page);
});

test('all that is known can be downloaded as one report', async ({ page }) => {
  await page.goto('/components');
  await expect(page.getByRole('link', { name: 'Download report' })).toHaveAttribute('href', '/system/health/v1/report/download');
  const report = await page.evaluate(async () => (await fetch('/system/health/v1/report/download')).json());
  expect(Object.keys(report as object)).toEqual(['Units', 'Nodes', 'UpdatedTime']);
});

test('the page of the cluster tells versions, leaders and ids', async ({ page }) => {
  await page.goto('/cluster/overview');
  await expect(page).toHaveURL(/\/cluster$/);
  await expect(page.getByRole('heading', { name: 'Cluster', level: 1 })).toBeVisible();
  for (const fact of ['192.168.65.90:5050', '192.168.65.90:8080', '192.168.65.90:4400', '1.10.26', 'Serving']) {
    await expect(page.getByText(fact, { exact: true })).toBeVisible();
  }
  await page.getByText('Mesos: Flags').click();
  await expect(page.getByText('allocation_interval', { exact: true })).toBeVisible();
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  for (const [path, heading] of [
    ['/components', 'Components'],
    [`/components/${AGENT}`, 'Mesos Agent'],
    ['/cluster', 'Cluster'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  }
});

test('axe finds nothing, in either theme', async ({ page }) => {
  await page.goto('/components');
  await expect(table(page, 'Components').getByRole('link').first()).toBeVisible();
  await expectNoViolations(page);
  await page.goto(`/components/${AGENT}`);
  await expect(table(page, 'Nodes').getByRole('link').first()).toBeVisible();
  await expectNoViolations(page);
  await page.goto('/cluster');
  await expect(page.getByRole('heading', { name: 'Chronos', level: 2 })).toBeVisible();
  await expectNoViolations(page);
});
