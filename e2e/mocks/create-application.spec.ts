import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { appDefinition } from '../support/app-definition.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'New Application' });
/** The row of an app, whose link names its labels too. */
const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^${name}( |$)`) }) });

async function openForm(page: Page, scenario: string, query = ''): Promise<Locator> {
  await page.goto(`/marathon/create?scenario=${scenario}${query}`);
  await expect(dialog(page)).toBeVisible();
  return dialog(page);
}

test('creates redis as the tutorial does, and shows it coming up', async ({ page }) => {
  await page.goto('/marathon/apps?scenario=small');
  await expect(page.getByRole('heading', { name: 'No applications yet' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Create Application' }).first().click();
  const form = dialog(page);
  await form.getByLabel('ID').fill('redis');
  await form.getByLabel('Command').fill('redis-server');
  await form.getByRole('button', { name: 'Docker Container' }).click();
  await form.getByRole('textbox', { name: 'Image' }).fill('redis');
  await expect(form.getByLabel('Network')).toHaveValue('host');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form).toBeHidden();
  await expect(page).toHaveURL(/\/marathon\/apps/);
  await expect(page.getByText('/redis was created')).toBeVisible();
  await expect(row(page, 'redis').getByRole('button', { name: 'Running' })).toBeVisible();
  await expect(row(page, 'redis').getByText('1 of 1')).toBeVisible();

  expect(await appDefinition(page, '/redis')).toMatchObject({
    cmd: 'redis-server',
    container: { type: 'DOCKER', docker: { image: 'redis' } },
  });
});

test('maps the port of a bridged container to one of the agent', async ({ page }) => {
  const form = await openForm(page, 'small');
  await form.getByLabel('ID').fill('redis');
  await form.getByLabel('CPUs').fill('0.1');
  await form.getByRole('button', { name: 'Docker Container' }).click();
  await form.getByRole('textbox', { name: 'Image' }).fill('redis');
  await form.getByLabel('Network').selectOption('Bridged');
  await form.getByRole('button', { name: 'Ports & Service Discovery' }).click();
  await form.getByLabel('Container Port').fill('6379');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await row(page, 'redis').getByRole('link', { name: 'redis' }).click();
  await expect(page.getByRole('link', { name: /^192\.168\.65\.111:31\d{3}$/ })).toBeVisible();
});

test('tells what is wrong at each field, and leads to the first', async ({ page }) => {
  const form = await openForm(page, 'small');
  const id = form.getByLabel('ID');
  await id.fill('Not an id');
  await expect(id).not.toHaveAccessibleDescription(/./);
  await id.blur();
  await expect(id).toHaveAccessibleDescription('The ID must not contain blanks.');
  await form.getByLabel('CPUs').fill('many');
  await form.getByRole('button', { name: 'Docker Container' }).click();
  await form.getByRole('textbox', { name: 'Image' }).fill('red is');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form.getByRole('button', { name: 'General has errors' })).toHaveAttribute('aria-current', 'true');
  await expect(form.getByRole('button', { name: 'Docker Container has errors' })).toBeVisible();
  await expect(id).toBeFocused();
  await expect(form.getByLabel('CPUs')).toHaveAccessibleDescription('CPUs has to be a number.');
  await id.fill('redis');
  await expect(id).not.toHaveAccessibleDescription(/./);
});

test('explains that an ID is taken, and leads to who has it', async ({ page }) => {
  const form = await openForm(page, 'demo');
  await form.getByLabel('ID').fill('redis');
  await form.getByLabel('Command').fill('sleep 1000');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form.getByLabel('ID')).toHaveAccessibleDescription(/There is already an application \/redis/);
  await form.getByRole('link', { name: 'Show /redis' }).click();
  await expect(page.getByRole('heading', { name: 'redis', level: 1 })).toBeVisible();
});

test('is sent by Ctrl and Enter, and starts with the group that was being looked at', async ({ page }) => {
  await page.goto('/marathon/group/shop/create?scenario=demo');
  const form = dialog(page);
  await expect(form.getByLabel('ID')).toHaveValue('/shop/');
  await form.getByLabel('ID').fill('/shop/cart');
  await form.getByLabel('CPUs').fill('0.1');
  await form.getByLabel('Command').fill('sleep 1000');
  await form.getByLabel('Command').press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(row(page, 'cart')).toBeVisible();
});

test('keeps what is typed until it is given up on purpose, and the filters of the list', async ({ page }) => {
  const form = await openForm(page, 'demo', '&filterText=shop');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await page.getByRole('main').getByRole('link', { name: 'Create Application' }).click();
  await form.getByLabel('ID').fill('half-done');
  await page.keyboard.press('Escape');
  const ask = page.getByRole('dialog', { name: 'Discard this application?' });
  await ask.getByRole('button', { name: 'Cancel' }).click();
  await expect(form.getByLabel('ID')).toHaveValue('half-done');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await ask.getByRole('button', { name: 'Discard' }).click();
  await expect(page).toHaveURL(/\/marathon\/apps\?.*filterText=shop/);
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  for (const section of ['general', 'docker', 'ports']) {
    const form = await openForm(page, 'small', `&section=${section}`);
    await form.getByRole('button', { name: 'Create Application' }).click();
    await expect(form.getByRole('button', { name: 'General has errors' })).toBeVisible();
    await expectNoViolations(page, '[role=dialog]');
  }
});
