import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'New Application' });
const editor = (page: Page): Locator => page.getByRole('textbox', { name: 'Application as JSON' });
const jsonMode = (page: Page): Locator => page.getByRole('switch', { name: 'JSON Mode' });

async function openJson(page: Page, scenario = 'small'): Promise<Locator> {
  await page.goto(`/marathon/create?scenario=${scenario}&mode=json`);
  await expect(editor(page)).toBeVisible();
  await expect(page.getByText('Marathon live')).toBeAttached();
  return dialog(page);
}

/** Puts a text in the place of what is in the editor. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(text);
}

test('shows one document as fields and as JSON: unknown keys and their order stay', async ({ page }) => {
  await page.goto('/marathon/create?scenario=small');
  const form = dialog(page);
  await form.getByLabel('ID').fill('web');
  await form.getByLabel('Command').fill('sleep 1000');
  await jsonMode(page).click();
  await expect(page).toHaveURL(/mode=json/);
  await expect(editor(page)).toContainText('"cmd": "sleep 1000"');

  await write(page, '{ "future": {"b": 1, "a": [2]}, "id": "web",\n  "cmd": "sleep 5", "mem": 64 }');
  await jsonMode(page).click();
  await expect(form.getByLabel('Command')).toHaveValue('sleep 5');
  await expect(form.getByLabel('Memory (MiB)')).toHaveValue('64');
  // Nothing was changed as fields, so the text is the very one that was typed.
  await jsonMode(page).click();
  await expect(editor(page)).toContainText('{ "future": {"b": 1, "a": [2]}, "id": "web",');
  await jsonMode(page).click();
  await form.getByLabel('Memory (MiB)').fill('96');
  await jsonMode(page).click();
  await expect(editor(page)).toContainText(
    /"future": \{\s*"b": 1,\s*"a": \[\s*2\s*\]\s*\},\s*"id": "web",\s*"cmd": "sleep 5",\s*"mem": 96/,
  );
});

test('never moves the cursor while one types, and takes back what was typed', async ({ page }) => {
  await openJson(page);
  await write(page, '{"id": "/web", "cmd": "sleep 1000"}');
  await page.keyboard.press('Home');
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('-shop');
  await expect(editor(page)).toContainText('"id": "/web-shop"');
  await page.keyboard.press('Control+Z');
  await expect(editor(page)).toContainText('"id": "/web",');
});

test('marks what is wrong at its place and leads there', async ({ page }) => {
  const form = await openJson(page);
  await write(page, '{\n  "id": "/web",\n  "cmd": "sleep 1000",\n  "cpus": "many",\n  "instnces": 2\n}');
  const problems = form.getByRole('region', { name: '2 problems' });
  await expect(problems.getByRole('button')).toHaveText([
    'Line 4/cpus: CPUs has to be a number.',
    'Line 5Marathon does not know “instnces” and leaves it out.',
  ]);
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(problems.getByRole('button', { name: 'Line 4' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Shift+End');
  await page.keyboard.insertText('0.1,');
  await expect(form.getByRole('region', { name: '1 problem' })).toContainText('instnces');
});

test('cannot show as fields what is no JSON, and says where it breaks', async ({ page }) => {
  const form = await openJson(page);
  await write(page, '{\n  "id": "/web"\n  "cmd": "x"\n}');
  await expect(form.getByRole('button', { name: /Line 3.*does not fit here/ })).toBeVisible();
  await jsonMode(page).click();
  await expect(jsonMode(page)).toBeChecked();
  await expect(editor(page)).toBeVisible();
});

test('offers keys and values', async ({ page }) => {
  await openJson(page);
  await write(page, '{"id": "/web", "container": {}}');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('"ty');
  await page.getByRole('option', { name: /^type/ }).click();
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option')).toHaveText([/^DOCKER/, /^MESOS/]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Control+Space');
  await page.getByRole('option', { name: 'DOCKER' }).click();
  await expect(editor(page)).toContainText('"container": {"type": "DOCKER"}');
});

test('is sent by Ctrl and Enter, and what the server refuses is shown at its place', async ({ page }) => {
  const form = await openJson(page, 'demo');
  await write(page, '{"id": "/redis", "cmd": "sleep 1000", "cpus": 0.1, "mem": 16}');
  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('button', { name: /Line 1.*There is already an application \/redis/ })).toBeVisible();
  await expect(form.getByRole('alert').getByRole('link', { name: 'Show /redis' })).toBeVisible();
  await write(page, '{"id": "/web", "cmd": "sleep 1000", "cpus": 0.1, "mem": 16}');
  await page.keyboard.press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(page.getByText('/web was created')).toBeVisible();
});

test('is copied, saved as a file and read from one', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const form = await openJson(page);
  await write(page, '{"id": "/shop/web", "cmd": "run"}');
  await form.getByRole('button', { name: 'Copy' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('{"id": "/shop/web", "cmd": "run"}');
  const [download] = await Promise.all([page.waitForEvent('download'), form.getByRole('button', { name: 'Download' }).click()]);
  expect(download.suggestedFilename()).toBe('shop-web.json');
  await form
    .getByLabel('Upload', { exact: true })
    .and(page.locator('input'))
    .setInputFiles({ name: 'app.json', mimeType: 'application/json', buffer: Buffer.from('{"id": "/uploaded"}') });
  await expect(editor(page)).toContainText('{"id": "/uploaded"}');
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await openJson(page);
  await write(page, '{"id": "/web", "cpus": "many", "privileged": true}');
  await expect(page.getByRole('region', { name: '2 problems' })).toBeVisible();
  await expectNoViolations(page, '[role=dialog]');
});

test('has room on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  const form = await openJson(page);
  await write(page, '{"id": "/web", "cmd": "sleep 1000", "cpus": 0.1, "mem": 16}');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByText('1 instance will be started.')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form).toBeHidden();
});
