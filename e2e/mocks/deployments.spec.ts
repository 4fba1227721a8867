import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { elsewhere } from '../support/marathon-list.ts';

const deployment = (page: Page, app: string): Locator => page.getByRole('article', { name: app, exact: true });

async function openDeployments(page: Page): Promise<void> {
  await page.goto('/marathon/deployments?scenario=demo');
  await expect(deployment(page, '/too-big')).toBeVisible();
}

test('shows the steps of a running deployment, how far the current one is, and what it waits for', async ({ page }) => {
  await openDeployments(page);
  const card = deployment(page, '/too-big');
  await expect(card.getByText('Step 2 of 2')).toBeVisible();
  const steps = card.getByRole('list', { name: 'Steps' });
  await expect(steps.getByText('Start /too-big')).toBeVisible();
  await expect(steps.getByText('0 of 1 instances are ready')).toBeVisible();
  await expect(card.getByText(/needs 4 CPUs; the largest offer has .+ on a1/)).toBeVisible();
  await expect(card.getByText(/^Elapsed\d+ s$/)).toBeVisible();
  await expect(page.getByRole('link', { name: /^Deployments \d+ running$/ })).toBeVisible();
  await steps.getByRole('link', { name: '/too-big' }).first().click();
  await expect(page.getByRole('heading', { name: 'too-big', level: 1 })).toBeVisible();
});

test('says what rolling back changes, and rolls back', async ({ page }) => {
  await openDeployments(page);
  await elsewhere(page, 'PUT', '/apps/redis?force=true', { instances: 40, cpus: 0.1 });
  await deployment(page, '/redis').getByRole('link', { name: 'Rollback' }).click();
  const dialog = page.getByRole('dialog', { name: 'Roll this deployment back?' });
  await expect(dialog.getByText('/redis goes from 40 back to 1 instance')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await deployment(page, '/too-big').getByRole('link', { name: 'Rollback' }).click();
  await expect(dialog.getByText('/too-big is destroyed again: it did not exist before')).toBeVisible();
  await dialog.getByRole('button', { name: 'Rollback' }).click();
  await expect(deployment(page, '/too-big')).toBeHidden();
});

test('says what stopping leaves undone, stops, and keeps the deployment among the finished ones', async ({ page }) => {
  await openDeployments(page);
  await expect(page.getByText('Seen by this page since it was opened')).toBeVisible();
  await deployment(page, '/too-big').getByRole('link', { name: 'Stop' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop this deployment?' });
  await expect(dialog.getByRole('listitem')).toHaveText(['Scale /too-big']);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(deployment(page, '/too-big')).toBeHidden();
  const finished = page.getByRole('list', { name: 'Finished deployments' }).getByRole('listitem').filter({ hasText: '/too-big' });
  await expect(finished.getByText('Failed or was stopped')).toBeVisible();
});

test('leads from a lock to the deployment that holds it', async ({ page }) => {
  await page.goto('/marathon/apps/too-big/restart?scenario=demo');
  const dialog = page.getByRole('dialog', { name: 'Restart /too-big?' });
  await dialog.getByRole('button', { name: 'Restart' }).click();
  await dialog.getByRole('link', { name: 'Show the deployments' }).click();
  await expect(deployment(page, '/too-big')).toHaveAttribute('aria-current', 'true');
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openDeployments(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await openDeployments(page);
  for (const dialog of [undefined, 'Rollback', 'Stop']) {
    if (dialog !== undefined) {
      await deployment(page, '/too-big').getByRole('link', { name: dialog }).click();
      await expect(page.getByRole('dialog').getByText('/too-big').first()).toBeVisible();
    }
    await expectNoViolations(page);
    if (dialog !== undefined) await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  }
});
