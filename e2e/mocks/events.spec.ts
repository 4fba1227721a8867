import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { elsewhere } from '../support/marathon-list.ts';

const table = (page: Page): Locator => page.getByRole('table', { name: 'Events' });
const row = (page: Page, text: RegExp): Locator => table(page).getByRole('row').filter({ hasText: text });

test('joins what Marathon, Mesos and this browser tell, to be searched and held', async ({ page }) => {
  await page.goto('/events?scenario=demo');
  await expect(row(page, /Mesos.*Agent registered.*192\.168\.65\.111/).first()).toBeVisible();
  await expect(row(page, /Task running/).first()).toBeVisible();

  // what somebody else does shows as it happens
  await elsewhere(page, 'PUT', '/apps/oinker?force=true', { instances: 3 });
  await expect(row(page, /Marathon.*Deployment started.*\/oinker/).first()).toBeVisible();

  await page.getByRole('button', { name: 'Pause' }).click();
  await elsewhere(page, 'PUT', '/apps/oinker?force=true', { instances: 1 });
  const resume = page.getByRole('button', { name: /^Resume \(\d+ new\)$/ });
  await expect(resume).toBeVisible();
  await resume.click();

  await page.getByRole('combobox', { name: 'Filter events' }).fill('source:mesos is:agent-registered');
  await expect(page).toHaveURL(/q=source/);
  await expect(row(page, /Marathon/)).toHaveCount(0);
  await row(page, /192\.168\.65\.111/)
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { name: 'a1', level: 1 })).toBeVisible();
});

test('has what this browser changed, and nothing that axe finds', async ({ page }) => {
  await page.goto('/marathon/apps/oinker/scale?scenario=demo');
  await page.getByRole('dialog').getByLabel('Instances').fill('2');
  await page.getByRole('dialog').getByRole('button', { name: 'Scale' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('link', { name: 'Events', exact: true }).first().click();
  await expect(row(page, /This browser.*You asked for a change.*\/oinker/).first()).toBeVisible();
  await expectNoViolations(page);
});
