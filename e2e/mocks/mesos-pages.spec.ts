import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

/** The pages of Mesos' own web UI, in this dashboard. */

const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Mesos pages' }).getByRole('link', { name });

test('the first page tells who leads, what the cluster has, and lists every task', async ({ page }) => {
  await page.goto('/mesos?scenario=demo');
  await expect(page).toHaveURL(/\/mesos\/overview/);
  await expect(tab(page, 'Overview')).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('192.168.65.90:5050')).toBeVisible();
  const total = table(page, 'Resources').getByRole('row', { name: /^Total/ });
  await expect(total.getByRole('cell', { name: '2', exact: true })).toBeVisible();
  await expect(table(page, 'Active Tasks').getByRole('link', { name: /^redis/ })).toBeVisible();
});

test('a table finds by any of its words, and its address keeps it', async ({ page }) => {
  await page.goto('/mesos/overview?scenario=demo');
  const find = page.getByRole('combobox', { name: 'Find in Active Tasks' });
  await find.fill('redis marathon');
  await expect(page).toHaveURL(/active=redis\+marathon/);
  const rows = table(page, 'Active Tasks').getByRole('link', { name: /instance-/ });
  await expect(rows).toHaveCount(1);
  await find.fill('no such task');
  await expect(page.getByText('Nothing matches “no such task”')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(rows).not.toHaveCount(0);
});

test('from a task to its states, its application and its sandbox', async ({ page }) => {
  await page.goto('/mesos/overview?scenario=demo');
  await table(page, 'Active Tasks')
    .getByRole('link', { name: /^redis/ })
    .click();
  const history = table(page, 'Status History');
  await expect(history.getByRole('row').filter({ hasText: 'STARTING' })).toBeVisible();
  await expect(history.getByRole('row').filter({ hasText: 'RUNNING' })).toContainText('EXECUTOR');
  await page.getByRole('link', { name: 'Browse the sandbox' }).click();
  await page.getByRole('link', { name: /^stdout/ }).click();
  await expect(page.getByRole('log')).toBeVisible();
  await page.goBack();
  await page.goBack();
  await page.getByRole('link', { name: '/redis', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'redis', level: 1 })).toBeVisible();
});

test('a framework shows what it is and its tasks', async ({ page }) => {
  await page.goto('/mesos/frameworks?scenario=demo');
  await table(page, 'Active Frameworks')
    .getByRole('link', { name: /^marathon/ })
    .click();
  await expect(page.getByRole('heading', { name: 'marathon', level: 1 })).toBeVisible();
  await expect(page.getByText('slave_public').first()).toBeVisible();
  await expect(table(page, 'Active Tasks').getByRole('link', { name: /^redis/ })).toBeVisible();
  await page.getByRole('button', { name: 'Tear down' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tear down marathon?' });
  await expect(dialog).toContainText('cannot be undone');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('an agent shows its resources and executors, and leads to its node and back', async ({ page }) => {
  await page.goto('/mesos/agents?scenario=demo');
  await table(page, 'Agents').getByRole('link').first().click();
  await expect(table(page, 'Resource Reservations').getByRole('row', { name: /^Unreserved/ })).toBeVisible();
  await expect(table(page, 'Executors')).toBeVisible();
  await page.getByRole('link', { name: 'Its node page' }).click();
  await expect(page).toHaveURL(/\/nodes\//);
});

test('an executor leads to its tasks', async ({ page }) => {
  await page.goto('/mesos/overview?scenario=demo');
  await table(page, 'Active Tasks').getByRole('row').filter({ hasText: 'redis' }).getByRole('link', { name: 'Sandbox' }).click();
  await expect(page.getByRole('heading', { name: /^redis\.instance-/, level: 1 })).toBeVisible();
  await table(page, 'Running Tasks')
    .getByRole('link', { name: /^redis/ })
    .click();
  await expect(table(page, 'Status History')).toBeVisible();
});

test('an offer that Marathon declined says why', async ({ page }) => {
  await page.goto('/mesos/offers?scenario=demo');
  const declined = table(page, 'Declined by Marathon, and why');
  await expect(declined.getByRole('row').filter({ hasText: 'too little' }).first()).toBeVisible();
});

test('things that are not there say so and lead back', async ({ page }) => {
  for (const [path, title, link] of [
    ['/mesos/agents/gone-S7', 'There is no such agent', 'Show all agents'],
    ['/mesos/frameworks/gone-0007', 'There is no such framework', 'Show all frameworks'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await page.getByRole('link', { name: link }).click();
    await expect(page).toHaveURL(/\/mesos\/(agents|frameworks)$/);
  }
});

test('works on a phone: nothing is wider than the window', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  for (const path of ['overview', 'frameworks', 'agents', 'roles', 'offers', 'maintenance']) {
    await page.goto(`/mesos/${path}?scenario=demo`);
    await expect(page.getByRole('table').first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBe(375);
  }
});

test('axe finds nothing, in either theme', async ({ page }) => {
  for (const path of ['overview', 'frameworks', 'agents', 'roles', 'offers', 'maintenance']) {
    await page.goto(`/mesos/${path}?scenario=demo`);
    await expect(page.getByRole('table').first()).toBeVisible();
    await expectNoViolations(page);
  }
});

test('an agent is drained and comes back', async ({ page }) => {
  await page.goto('/mesos/agents?scenario=demo');
  await table(page, 'Agents').getByRole('link').first().click();
  await expect(page.getByRole('link', { name: 'Its node page' })).toBeVisible();
  const actions = page.getByRole('button', { name: /^Actions for / });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Drain' }).click();
  const drain = page.getByRole('dialog', { name: /^Drain / });
  await drain.getByRole('textbox', { name: 'Longest grace period' }).fill('soon');
  await expect(drain.getByText('A number of seconds, 0 or more.')).toBeVisible();
  await drain.getByRole('textbox', { name: 'Longest grace period' }).fill('1');
  await drain.getByRole('button', { name: 'Drain' }).click();
  await expect(page.getByText(/is being drained$/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^(Draining|Drained)$/ })).toBeVisible();
  await actions.click();
  await page.getByRole('menuitem', { name: 'Reactivate' }).click();
  await page
    .getByRole('dialog', { name: /^Reactivate / })
    .getByRole('button', { name: 'Reactivate' })
    .click();
  await expect(page.getByText(/was reactivated$/)).toBeVisible();
  await expect(page.getByRole('main').getByText('Active', { exact: true })).toBeVisible();
});

test('a role gets a quota and loses it', async ({ page }) => {
  await page.goto('/mesos/roles?scenario=demo');
  const role = table(page, 'Roles').getByRole('row', { name: /^slave_public/ });
  await role.getByRole('button', { name: 'Edit the quota of slave_public' }).click();
  const dialog = page.getByRole('dialog', { name: 'Quota of slave_public' });
  await dialog.getByRole('textbox', { name: 'CPUs guarantee' }).fill('1');
  await dialog.getByRole('textbox', { name: 'CPUs limit' }).fill('0.5');
  await expect(dialog.getByText('The limit is below the guarantee.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'CPUs limit' }).fill('1.25');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByRole('alert')).toContainText('consumes more');
  await dialog.getByRole('checkbox', { name: 'Set it whatever there is' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(role).toContainText('1.25');
  await role.getByRole('button', { name: 'Edit the quota of slave_public' }).click();
  await dialog.getByRole('textbox', { name: 'CPUs guarantee' }).fill('');
  await dialog.getByRole('textbox', { name: 'CPUs limit' }).fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(role).not.toContainText('1.25');
});

test('a machine is scheduled for maintenance, taken down, and taken up', async ({ page }) => {
  await page.goto('/mesos/maintenance?scenario=demo');
  await page.getByRole('button', { name: 'Schedule maintenance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Schedule maintenance' });
  await dialog.getByRole('textbox', { name: 'Hours' }).fill('2');
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  const schedule = table(page, 'Maintenance Schedule');
  await expect(schedule.getByText('Scheduled')).toBeVisible();
  await schedule.getByRole('button', { name: /^Actions for / }).click();
  await page.getByRole('menuitem', { name: 'Take down' }).click();
  await page
    .getByRole('dialog', { name: /down\?$/ })
    .getByRole('button', { name: 'Take down' })
    .click();
  await expect(schedule.getByText('Down')).toBeVisible();
  await schedule.getByRole('button', { name: /^Actions for / }).click();
  await page.getByRole('menuitem', { name: 'Take up' }).click();
  await page.getByRole('dialog', { name: /up\?$/ }).getByRole('button', { name: 'Take up' }).click();
  await expect(page.getByText('No maintenance is scheduled')).toBeVisible();
});
