import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { appDefinition } from '../support/app-definition.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Edit Application' });
const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Application as JSON' });
const submit = (form: Locator): Locator => form.getByRole('button', { name: 'Change and deploy configuration' });

async function openEdit(page: Page, id = 'redis', query = ''): Promise<Locator> {
  await page.goto(`/marathon/apps/${encodeURIComponent(id)}/edit?scenario=demo${query}`);
  await expect(dialog(page).getByRole('navigation').or(editor(page))).toBeVisible();
  return dialog(page);
}

test('shows what a change does before it is made: the difference, the restart, the plan', async ({ page }) => {
  const form = await openEdit(page, 'shop/web');
  await form.getByLabel('Memory (MiB)').fill('48');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(page).toHaveURL(/step=review/);
  await expect(form.getByText(/Restarts: all 2 instances are replaced\. Meanwhile at least 2 run and at most 4 are there\./)).toBeVisible();
  await expect(form.getByRole('list', { name: '1 step' }).getByRole('listitem')).toHaveText(['Restart /shop/web, 2 instances']);
  await expect(form.getByRole('cell', { name: 'removed: "mem": 32' })).toBeVisible();
  await expect(form.getByRole('cell', { name: 'added: "mem": 48' })).toBeVisible();
  await expect(form.getByLabel('What will be sent')).toHaveText('{ "mem": 48 }');
  await form.getByRole('button', { name: 'Back' }).click();
  await expect(form.getByLabel('Memory (MiB)')).toHaveValue('48');
  await submit(form).click();
  await expect(form).toBeHidden();
  await expect(page.getByText('/shop/web is being changed')).toBeVisible();
  expect(await appDefinition(page, '/shop/web')).toMatchObject({ mem: 48, instances: 2 });
});

test('tells that running instances stay when only their number changes', async ({ page }) => {
  const form = await openEdit(page, 'shop/web');
  await form.getByLabel('Instances').fill('3');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByText('Running instances stay; 1 instance will be added.')).toBeVisible();
  await expect(form.getByRole('listitem')).toHaveText(['Scale /shop/web to 3 instances']);
});

test('really takes out a key, which Marathon does only when it gets the whole', async ({ page }) => {
  const form = await openEdit(page, 'shop/api');
  await form.getByLabel('Command').fill('');
  await form.getByText('More settings').click();
  await form.getByLabel('Arguments').fill('sleep\n1000');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByText('PUT /v2/apps/shop/api: the whole, since keys are taken out')).toBeVisible();
  await submit(form).click();
  await expect(form).toBeHidden();
  const definition = await appDefinition(page, '/shop/api');
  expect(definition).toMatchObject({ args: ['sleep', '1000'], labels: { owner: 'shop' } });
  expect(definition).not.toHaveProperty('cmd');
});

test('keeps the ID, in the form and in JSON', async ({ page }) => {
  const form = await openEdit(page);
  await expect(form.getByLabel('ID')).toHaveJSProperty('readOnly', true);
  await form.getByRole('switch', { name: 'JSON Mode' }).click();
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{"id": "/other", "cmd": "redis-server"}');
  await expect(form.getByRole('button', { name: /The ID stays \/redis/ })).toBeVisible();
  await submit(form).click();
  await expect(form).toBeVisible();
});

test('starts from an older version', async ({ page }) => {
  const form = await openEdit(page);
  await form.getByLabel('Memory (MiB)').fill('48');
  await submit(form).click();
  await expect(form).toBeHidden();
  const version = await page.evaluate(async () => {
    const answer = await fetch('/service/marathon/v2/apps/redis/versions');
    const { versions } = (await answer.json()) as { versions: string[] };
    return versions.toSorted()[0] ?? '';
  });
  await page.goto(`/marathon/apps/redis/configuration/edit?scenario=demo&version=${encodeURIComponent(version)}`);
  await expect(form.getByLabel('Memory (MiB)')).toHaveValue('32');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByRole('cell', { name: 'added: "mem": 32' })).toBeVisible();
  await form.getByRole('button', { name: 'Close' }).click();
  await expect(page).toHaveURL(/\/configuration/);
});

test('says that a deployment has locked the app, leads to it, and offers to stop it', async ({ page }) => {
  const form = await openEdit(page, 'typo-in-image');
  await form.getByLabel('Memory (MiB)').fill('32');
  await submit(form).click();
  await expect(form.getByRole('alert')).toContainText('A running deployment has locked this application.');
  await expect(form.getByRole('link', { name: 'Show the deployments' })).toHaveAttribute('href', /deployments/);
  await form.getByRole('button', { name: 'Stop Current Deployment and Change' }).click();
  await expect(form).toBeHidden();
  expect(await appDefinition(page, '/typo-in-image')).toMatchObject({ mem: 32 });
});

test('goes on with a draft after a reload, and gives it up when told to', async ({ page }) => {
  const form = await openEdit(page);
  await form.getByLabel('Memory (MiB)').fill('48');
  await page.reload();
  await expect(form.getByLabel('Memory (MiB)')).toHaveValue('48');
  await form.getByRole('button', { name: 'Discard draft' }).click();
  await expect(form.getByLabel('Memory (MiB)')).toHaveValue('32');
  await form.getByLabel('Memory (MiB)').fill('64');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog', { name: 'Discard these changes?' }).getByRole('button', { name: 'Keep as draft' }).click();
  await expect(form).toBeHidden();
  await openEdit(page);
  await expect(form.getByLabel('Memory (MiB)')).toHaveValue('64');
  await submit(form).click();
  await expect(form).toBeHidden();
  await openEdit(page);
  await expect(form.getByText('This goes on with your draft')).toBeHidden();
});

test('keeps JSON that is not complete as a draft', async ({ page }) => {
  const form = await openEdit(page, 'redis', '&mode=json');
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{"id": "/redis", "cmd": ');
  await page.goto('/marathon/apps/redis/edit?scenario=demo');
  await expect(editor(page)).toContainText('{"id": "/redis", "cmd":');
  await expect(form.getByRole('button', { name: /ends before it is complete/ })).toBeVisible();
});

test('opens over the list too, and keeps its filters when it closes', async ({ page }) => {
  await page.goto('/marathon/edit/redis?scenario=demo&filterText=red');
  const form = dialog(page);
  await form.getByRole('button', { name: 'Docker Container' }).click();
  await expect(form.getByRole('textbox', { name: 'Image' })).toHaveValue('redis');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toBeHidden();
  await expect(page).toHaveURL(/\/marathon\/apps\?(?!.*section).*filterText=red/);
});

test('duplicates an app under a name that is asked for', async ({ page }) => {
  await page.goto('/marathon/apps/shop%2Fweb/duplicate?scenario=demo');
  const form = page.getByRole('dialog', { name: 'Duplicate /shop/web' });
  await expect(form.getByLabel('ID')).toHaveValue('/shop/');
  await form.getByLabel('ID').fill('/shop/web-two');
  await form.getByLabel('CPUs').fill('0.05');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(page.getByRole('heading', { name: 'web-two', level: 1 })).toBeVisible();
  expect(await appDefinition(page, '/shop/web-two')).toMatchObject({ cpus: 0.05, labels: { tier: 'front' } });
});

test('hides the values of secret-looking variables until asked', async ({ page }) => {
  const form = await openEdit(page, 'redis', '&section=env');
  await form.getByLabel('Key').fill('DB_PASSWORD');
  await form.getByLabel('Value', { exact: true }).fill('tiger');
  await expect(form.getByLabel('Value', { exact: true })).toHaveAttribute('type', 'password');
  await form.getByRole('button', { name: 'Show the value of DB_PASSWORD' }).click();
  await expect(form.getByLabel('Value', { exact: true })).toHaveAttribute('type', 'text');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByLabel('What will be sent')).toContainText('"DB_PASSWORD": "••••••"');
  await form.getByRole('button', { name: 'Show secret values' }).last().click();
  await expect(form.getByLabel('What will be sent')).toContainText('"DB_PASSWORD": "tiger"');
});

test('can be done with the keyboard alone', async ({ page }) => {
  const form = await openEdit(page);
  await form.getByLabel('Memory (MiB)').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('48');
  await form.getByRole('button', { name: 'Review' }).focus();
  await page.keyboard.press('Enter');
  await expect(form.getByText('Restarts: the instance is replaced.')).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(form).toBeHidden();
  await expect(page.getByText('/redis is being changed')).toBeVisible();
});

test('has no accessibility violations that axe finds in the review in either theme', async ({ page }) => {
  const form = await openEdit(page);
  await form.getByLabel('Memory (MiB)').fill('48');
  await form.getByRole('button', { name: 'Environment Variables' }).click();
  await form.getByLabel('Key').fill('API_TOKEN');
  await form.getByLabel('Value', { exact: true }).fill('x');
  await expectNoViolations(page, '[role=dialog]');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByRole('list', { name: '1 step' })).toBeVisible();
  await expectNoViolations(page, '[role=dialog]');
});

test('has room on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  const form = await openEdit(page);
  await form.getByLabel('Memory (MiB)').fill('48');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByRole('cell', { name: 'added: "mem": 48' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await submit(form).click();
  await expect(form).toBeHidden();
});
