import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function openDashboard(page: Page, query = '?scenario=demo'): Promise<void> {
  await page.goto(`/dashboard${query}`);
  await expect(panel(page, 'Nodes').getByRole('link', { name: /connected nodes?$/ })).toBeVisible();
}

test('each number leads to the list behind it', async ({ page }) => {
  await openDashboard(page);
  await panel(page, 'CPU Allocation')
    .getByRole('link', { name: /of 2 CPUs$/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Nodes', level: 1 })).toBeVisible();
  await page.goBack();

  await panel(page, 'Tasks')
    .getByRole('link', { name: /running$/ })
    .click();
  await expect(page.getByRole('link', { name: 'Running', exact: true })).toHaveAttribute('aria-current', 'true');
  const running = page.getByRole('table', { name: 'Running' });
  await expect(running.getByRole('link', { name: /^redis/ })).toBeVisible();
  await running.getByRole('link', { name: /^redis/ }).click();
  await expect(page).toHaveURL(/\/redis\/tasks\/redis/);
  await page.goBack();
  await page.goBack();

  await panel(page, 'Services Status')
    .getByRole('link', { name: /^View all \d+ services$/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Services|Applications/);
  await page.goBack();
  await panel(page, 'Components Health')
    .getByRole('link', { name: /^View all \d+ components$/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Components', level: 1 })).toBeVisible();
});

test('charts are full at once, over a minute to a day, and the choice is in the address', async ({ page }) => {
  await openDashboard(page);
  const spans = page.getByRole('navigation', { name: 'Time shown' });
  await expect(spans.getByRole('link', { name: '1 min' })).toHaveAttribute('aria-current', 'true');
  for (const [label, name, query] of [
    ['10 min', 'The last 10 minutes', 'ten-minutes'],
    ['1 h', 'The last hour', 'hour'],
    ['24 h', 'The last 24 hours', 'day'],
  ] as const) {
    await spans.getByRole('link', { name: label }).click();
    await expect(page).toHaveURL(new RegExp(`span=${query}$`));
    await expect(panel(page, 'CPU Allocation').getByRole('figure', { name: new RegExp(`${name}: now \\d+%`) })).toBeVisible();
  }
  await page.reload();
  await expect(spans.getByRole('link', { name: '24 h' })).toHaveAttribute('aria-current', 'true');
  const chart = panel(page, 'Memory Allocation').getByRole('figure', { name: /The last 24 hours: now \d+%/ });
  await expect(chart).toBeVisible();
  // half a day ago is there to point at, allocated and in use
  const box = await chart.boundingBox();
  if (!box) throw new Error('The chart has no place.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(chart.getByText(/^allocated \d+%$/)).toBeVisible();
  await expect(chart.getByText(/^in use \d+%$/)).toBeVisible();
});

test('a bar of the failure rate leads to exactly those failures, with what was said', async ({ page }) => {
  await openDashboard(page, '?scenario=demo&span=ten-minutes');
  const bar = panel(page, 'Task Failure Rate').getByRole('link', { name: /^\d+ failed, / });
  await expect(bar.first()).toBeVisible();
  const label = (await bar.first().getAttribute('aria-label')) ?? '';
  const [, count = '', from = '', to = ''] = /^(\d+) failed, (.+) to (.+)$/.exec(label) ?? [];
  await bar.first().click();
  await expect(page.getByText(`Ended between ${from} and ${to}`)).toBeVisible();
  const failed = page.getByRole('table', { name: 'Failed' });
  await expect(failed.getByText('FAILED').first()).toBeVisible();
  // the bar may have grown between reading and clicking it, never shrunk
  expect(await failed.getByText('FAILED').count()).toBeGreaterThanOrEqual(Number(count));
  await expect(failed.getByText(/Command exited with status 1|Failed to launch container/).first()).toBeVisible();
  await page.getByRole('link', { name: 'Show all of any time' }).click();
  await expect(page).toHaveURL(/\/tasks\?state=failed$/);
});

test('services and components are listed worst first, with the reason', async ({ page }) => {
  await openDashboard(page);
  const services = panel(page, 'Services Status').getByRole('listitem');
  await expect(services.filter({ hasText: 'too-big' })).toContainText('No offer fits: too few CPUs');
  await expect(services.filter({ hasText: 'typo-in-image' })).toContainText(/Last failure: .+/);
  await expect(services.first()).toContainText('0 of 1 running');
  const components = panel(page, 'Components Health').getByRole('listitem');
  await expect(components.first()).toContainText('Healthy');
  await page.evaluate(() => fetch('/machines/v1/machines/m1/units/dcos-chronos.service/stop', { method: 'POST' }));
  await expect(components.first()).toContainText('Chronos');
  await expect(components.first()).toContainText('Unhealthy');
  await expect(components.first()).toContainText(/stopped/i);
});

test('an empty cluster says what is missing and what to do', async ({ page }) => {
  await openDashboard(page, '?scenario=small');
  await expect(panel(page, 'Services Status').getByText('No services yet')).toBeVisible();
  await expect(panel(page, 'Task Failure Rate').getByText('no task ended')).toBeVisible();
  await panel(page, 'Tasks').getByRole('link', { name: '0 running' }).click();
  await expect(page.getByText('No such tasks')).toBeVisible();
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openDashboard(page);
  await expect(panel(page, 'CPU Allocation').getByRole('figure')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await page.goto('/tasks?state=failed');
  await expect(page.getByRole('table', { name: 'Failed' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});

test('axe finds nothing, in either theme', async ({ page }) => {
  await openDashboard(page, '?scenario=demo&span=day');
  await expect(panel(page, 'Task Failure Rate').getByRole('figure')).toBeVisible();
  await expectNoViolations(page);
  await page.goto('/tasks?state=failed');
  await expect(page.getByRole('table', { name: 'Failed' }).getByText('FAILED').first()).toBeVisible();
  await expectNoViolations(page);
});
