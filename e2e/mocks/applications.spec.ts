import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { tick } from '../support/marathon-list.ts';

/** The row of an app, whose link names its labels too. */
const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^${name}( |$)`) }) });
const status = (page: Page, name: string, word: string): Locator => row(page, name).getByRole('button', { name: word, exact: true });

async function openList(page: Page): Promise<void> {
  await page.goto('/marathon/apps?scenario=demo');
  await expect(status(page, 'redis', 'Running')).toBeVisible();
}

async function choose(page: Page, app: string, action: string): Promise<void> {
  await row(page, app)
    .getByRole('button', { name: `Actions for /${app}` })
    .click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('shows groups as folders, one inside the other', async ({ page }) => {
  await openList(page);
  await page.getByRole('row', { name: /shop/ }).getByRole('link').click();
  await expect(row(page, 'web')).toBeVisible();
  await expect(row(page, 'redis')).toBeHidden();
  await page.getByRole('row', { name: /jobs/ }).getByRole('link').click();
  await expect(row(page, 'mailer')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Applications' }).first().click();
  await expect(row(page, 'redis')).toBeVisible();
});

test('filters by text and by status, and the address holds it', async ({ page }) => {
  await openList(page);
  await page.getByRole('combobox', { name: 'Filter applications' }).fill('owner:shop');
  await expect(row(page, 'web').getByText('in /shop')).toBeVisible();
  await expect(row(page, 'redis')).toBeHidden();
  await page.getByRole('combobox', { name: 'Filter applications' }).fill('');
  await tick(page.getByRole('checkbox', { name: 'Waiting' }));
  await expect(row(page, 'too-big')).toBeVisible();
  await expect(row(page, 'redis')).toBeHidden();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Waiting' })).toBeChecked();
  await expect(row(page, 'too-big')).toBeVisible();
  await expect(row(page, 'redis')).toBeHidden();
});

test('says why an application waits', async ({ page }) => {
  await openList(page);
  await expect(status(page, 'too-big', 'Waiting')).toBeVisible();
  await row(page, 'too-big').getByRole('link').click();
  await expect(page.getByText(/^needs 4 CPUs; the largest offer has .+ on a1/)).toBeVisible();
});

test('says why an application fails, with the end of its log', async ({ page }) => {
  await page.goto('/marathon/apps/crashing?scenario=demo');
  const failure = page.getByRole('alert').filter({ hasText: 'Last task failure' });
  await expect(failure.getByText(/exited with status 1/)).toBeVisible({ timeout: 20_000 });
  await expect(failure.getByText(/Last lines of std/)).toBeVisible();
  await failure.getByRole('link', { name: 'Show the log' }).click();
  await expect(page.getByRole('dialog', { name: /^Log of crashing/ })).toBeVisible();
});

test('says that an image does not exist', async ({ page }) => {
  await page.goto('/marathon/apps/typo-in-image?scenario=demo');
  await expect(
    page
      .getByRole('alert')
      .getByText(/redis-not-found/)
      .first(),
  ).toBeVisible({ timeout: 20_000 });
});

test('scales from the list and keeps its filter', async ({ page }) => {
  await page.goto('/marathon/apps?scenario=demo&filterText=redis');
  await expect(status(page, 'redis', 'Running')).toBeVisible();
  await choose(page, 'redis', 'Scale');
  const dialog = page.getByRole('dialog', { name: 'Scale /redis' });
  const instances = dialog.getByLabel('Instances');
  await expect(instances).toHaveValue('1');
  await instances.fill('-1');
  await expect(instances).toHaveAccessibleDescription(/Instances must be 0 or more\./);
  await instances.fill('2');
  await instances.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row(page, 'redis').getByText('2 of 2')).toBeVisible();
  await expect(page).toHaveURL(/filterText=redis/);
});

test('suspends, offers no restart of what is suspended, and resumes with as many instances as before', async ({ page }) => {
  await openList(page);
  await choose(page, 'redis', 'Scale');
  await page.getByRole('dialog').getByLabel('Instances').fill('3');
  await page.getByRole('dialog').getByRole('button', { name: 'Scale' }).click();
  await expect(row(page, 'redis').getByText('3 of 3')).toBeVisible();
  await choose(page, 'redis', 'Suspend');
  await page.getByRole('dialog', { name: 'Suspend /redis?' }).getByRole('button', { name: 'Suspend' }).click();
  await expect(status(page, 'redis', 'Suspended')).toBeVisible();
  await row(page, 'redis').getByRole('button', { name: 'Actions for /redis' }).click();
  await expect(page.getByRole('menuitem', { name: 'Restart' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('menuitem', { name: 'Resume' }).click();
  const resume = page.getByRole('dialog', { name: 'Resume /redis?' });
  await expect(resume.getByLabel('Instances')).toHaveValue('3');
  await resume.getByRole('button', { name: 'Resume' }).click();
  await expect(row(page, 'redis').getByText('3 of 3')).toBeVisible();
});

test('restarts: other instances take the place of the old ones', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  const instance = page.getByRole('table', { name: 'Instances' }).getByText(/^redis\.instance-/);
  const before = await instance.first().textContent();
  await page.getByRole('button', { name: 'Restart' }).click();
  await page.getByRole('dialog', { name: 'Restart /redis?' }).getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('/redis is being restarted')).toBeVisible();
  await expect(page.getByText(before ?? '', { exact: true })).toBeHidden();
  await expect(instance).toHaveCount(1);
});

test('kills a chosen instance, and another one comes', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  const task =
    (await page
      .getByRole('table', { name: 'Instances' })
      .getByText(/^redis\.instance-/)
      .first()
      .textContent()) ?? '';
  await page.getByRole('checkbox', { name: `Select ${task}` }).click();
  await page.getByRole('link', { name: 'Kill', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Kill this instance?' });
  await expect(dialog.getByText(task)).toBeVisible();
  await dialog.getByRole('button', { name: 'Kill' }).click();
  await expect(page.getByRole('table', { name: 'Instances' }).getByText(task, { exact: true })).toBeHidden();
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
});

test('explains a lock by a deployment and can stop that deployment', async ({ page }) => {
  await page.goto('/marathon/apps/too-big?scenario=demo');
  await page.getByRole('button', { name: 'Scale Application' }).click();
  const dialog = page.getByRole('dialog', { name: 'Scale /too-big' });
  await dialog.getByLabel('Instances').fill('2');
  await dialog.getByRole('button', { name: 'Scale' }).click();
  await expect(dialog.getByText('A running deployment has locked this application.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Stop Current Deployment and Scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('(0 of 2 instances)')).toBeVisible();
});

test('destroys after a confirmation that names it, goes back to the list, and takes it back', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Destroy' }).click();
  await page.getByRole('dialog', { name: 'Destroy /redis?' }).getByRole('button', { name: 'Destroy' }).click();
  await expect(page).toHaveURL(/\/marathon\/apps/);
  await expect(row(page, 'oinker')).toBeVisible();
  await expect(row(page, 'redis')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('/redis was created again')).toBeVisible();
  await expect(status(page, 'redis', 'Running')).toBeVisible();
});

test('follows a log until the reader says otherwise', async ({ page }) => {
  await page.goto('/marathon/group/shop?scenario=demo');
  await row(page, 'api').getByRole('link').click();
  await page
    .getByRole('link', { name: /^stdout of/ })
    .first()
    .click();
  const log = page.getByRole('log', { name: 'Contents of stdout' });
  await expect(log).toContainText(/simulated/i);
  const before = await log.textContent();
  await expect(log).not.toHaveText(before ?? '');
  await expectNoViolations(page, '[role=dialog]');
  await page.getByRole('switch', { name: 'Follow' }).uncheck();
  await expect(page.getByRole('button', { name: 'Jump to the end' })).toBeVisible();
  await page.getByLabel('File').selectOption('stderr');
  await expect(page).toHaveURL(/file=stderr/);
});

test('says so when an application does not exist', async ({ page }) => {
  await page.goto('/marathon/apps/nothing?scenario=demo');
  await expect(page.getByRole('heading', { name: 'There is no application /nothing' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all applications' }).click();
  await expect(row(page, 'redis')).toBeVisible();
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openList(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  await row(page, 'redis').getByRole('link').click();
  await expect(page.getByRole('link', { name: /^stdout of/ })).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await openList(page);
  for (const [path, heading] of [
    ['/marathon/apps', 'Applications'],
    ['/marathon/apps/redis', 'redis'],
    ['/marathon/apps/too-big', 'too-big'],
    ['/marathon/apps/redis/configuration', 'redis'],
    ['/marathon/deployments', 'Deployments'],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
    await expectNoViolations(page);
  }
});
