import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { elsewhere } from '../support/marathon-list.ts';

const table = (page: Page): Locator => page.getByRole('table', { name: 'Instances' });
const ids = (page: Page, app: string): Locator => table(page).getByRole('link', { name: new RegExp(`^${app}\\.instance-`) });

async function tick(page: Page, name: string): Promise<void> {
  const box = page.getByRole('checkbox', { name });
  await box.click();
  await expect(box).toBeChecked();
}

async function openApi(page: Page, query = ''): Promise<void> {
  await page.goto(`/marathon/apps/shop%2Fapi?scenario=demo${query}`);
  await expect(page.getByText('(2 of 2 instances)')).toBeVisible();
  await expect(ids(page, 'shop_api')).toHaveCount(2);
}

test('says where each instance is and what it uses, as its agent measures it', async ({ page }) => {
  await openApi(page);
  const row = table(page).getByRole('row').nth(1);
  await expect(row.getByText('a1', { exact: true }).filter({ visible: true })).toBeVisible();
  await expect(row.getByRole('link', { name: /^192\.168\.65\.111:\d+$/ })).toHaveAttribute('href', /^http:\/\/192\.168\.65\.111:\d+\/$/);
  await expect(row.getByText(/ MiB$/)).toBeVisible();
  await expect(row.getByText(/ CPU$/)).toBeVisible();
});

test('finds instances by words, port, status and host, and the address holds it', async ({ page }) => {
  await openApi(page);
  const first = (await ids(page, 'shop_api').first().textContent()) ?? '';
  await page.getByRole('combobox', { name: 'Filter by ID, host or port' }).fill(first);
  await expect(ids(page, 'shop_api')).toHaveCount(1);
  await expect(page.getByText('1 of 2 instances', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/[?&]text=/);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Filter by ID, host or port' })).toHaveValue(first);
  await expect(ids(page, 'shop_api')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all instances' }).click();
  await expect(ids(page, 'shop_api')).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Port' }).fill('1');
  await expect(page.getByRole('heading', { name: 'No instance matches' })).toBeVisible();
  await expect(page).toHaveURL(/port=1/);
});

test('narrows down to a version and to a host when there are several', async ({ page }) => {
  await page.goto('/marathon/apps/shop%2Fapi?scenario=demo&state=TASK_RUNNING&host=a1');
  await expect(page.getByRole('combobox', { name: 'Status' })).toHaveValue('TASK_RUNNING');
  await expect(ids(page, 'shop_api')).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Host', exact: true }).selectOption('All hosts');
  await expect(page).not.toHaveURL(/host=/);
});

test('sorts instances by where they are', async ({ page }) => {
  await openApi(page);
  await table(page).getByRole('button', { name: 'Endpoints' }).click();
  await expect(page).toHaveURL(/sort=endpoints/);
  const addresses = table(page).getByRole('link', { name: /^192\.168\.65\.111:/ });
  await expect(async () => {
    const ports = (await addresses.allTextContents()).map((address) => Number(address.split(':')[1]));
    expect(ports.length).toBeGreaterThan(1);
    expect(ports).toEqual(ports.toSorted((a, b) => a - b));
  }).toPass();
});

test('kills all chosen instances, and others come in their place', async ({ page }) => {
  await openApi(page);
  const before = await ids(page, 'shop_api').allTextContents();
  await tick(page, 'Select all instances');
  await expect(page).toHaveURL(/selected=all/);
  await expect(page.getByText('2 selected')).toBeVisible();
  await page.getByRole('link', { name: 'Kill', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Kill 2 instances?' });
  for (const id of before) await expect(dialog.getByText(id)).toBeVisible();
  await dialog.getByRole('button', { name: 'Kill' }).click();
  await expect(page.getByText('2 instances are being killed')).toBeVisible();
  for (const id of before) await expect(table(page).getByText(id, { exact: true })).toBeHidden();
  await expect(ids(page, 'shop_api')).toHaveCount(2);
  await expect(page).not.toHaveURL(/selected/);
});

test('kills and scales: no other instance comes', async ({ page }) => {
  await openApi(page);
  const id = (await ids(page, 'shop_api').first().textContent()) ?? '';
  await tick(page, `Select ${id}`);
  await page.getByRole('link', { name: 'Kill & Scale' }).click();
  await page.getByRole('dialog', { name: 'Kill this instance?' }).getByRole('button', { name: 'Kill & Scale' }).click();
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  await expect(ids(page, 'shop_api')).toHaveCount(1);
});

test('a kill that a deployment locks says so, and can stop that deployment', async ({ page }) => {
  await openApi(page);
  await elsewhere(page, 'PUT', '/apps/shop/api', { instances: 30 });
  await page
    .getByText('(2 of 30 instances)')
    .or(page.getByText(/of 30 instances/))
    .waitFor();
  const id = (await ids(page, 'shop_api').first().textContent()) ?? '';
  await tick(page, `Select ${id}`);
  await page.getByRole('link', { name: 'Kill & Scale' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kill this instance?' });
  await dialog.getByRole('button', { name: 'Kill & Scale' }).click();
  await expect(dialog.getByText('A running deployment has locked this application.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop Current Deployment and Kill & Scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/of 29 instances/)).toBeVisible();
});

test('shows that instances are still to come, and leads to why', async ({ page }) => {
  await page.goto('/marathon/apps/too-big?scenario=demo');
  await expect(page.getByText('One instance is still to be launched')).toBeVisible();
  await page.getByRole('link', { name: 'Why?' }).click();
  await expect(page.getByRole('region', { name: 'Why it is waiting' })).toBeVisible();
});

test('chooses and kills with the keyboard alone', async ({ page }) => {
  await openApi(page);
  const id = (await ids(page, 'shop_api').first().textContent()) ?? '';
  await page.getByRole('checkbox', { name: `Select ${id}` }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('link', { name: 'Kill', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Kill this instance?' });
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('checkbox', { name: `Select ${id}` })).toBeChecked();
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openApi(page, '&selected=all');
  await expect(page.getByRole('link', { name: 'Kill & Scale' })).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await openApi(page, '&selected=all&state=TASK_RUNNING');
  await expectNoViolations(page);
});
