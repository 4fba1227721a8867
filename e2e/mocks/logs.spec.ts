import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { openApplications, runApp } from '../support/run-app.ts';

/** More than the page reads at once. */
const LONG = 'seq 1 20000; sleep 1000';
const LAST_LINE = '[simulated] 20000';

const log = (page: Page): Locator => page.getByRole('log');
const searchBox = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search the log' });

async function openLog(page: Page, file: 'stdout' | 'stderr'): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(`^${file} of`) })
    .first()
    .click();
  await expect(page.getByRole('dialog', { name: /^Log of/ })).toBeVisible();
}

async function openLongLog(page: Page): Promise<void> {
  await openApplications(page);
  await runApp(page, { id: '/writer', cmd: LONG });
  await openLog(page, 'stdout');
  await expect(log(page)).toContainText(LAST_LINE);
}

async function openApi(page: Page): Promise<void> {
  await page.goto('/marathon/group/shop?scenario=demo');
  await page.getByRole('link', { name: /^api( |$)/ }).click();
}

test('opens a long log at its end, and pages back and on', async ({ page }) => {
  await openLongLog(page);
  await expect(page.getByText(/^The last 64 KiB of /)).toBeVisible();
  const part = page.getByText(/^(The last )?[\d.]+ \w+ (to|of) /);
  await page.getByRole('button', { name: 'Jump to the beginning' }).click();
  await expect(log(page)).toContainText('[simulated] 20');
  await expect(part).toHaveText(/^0 B to 64 KiB/);
  await expect(page.getByRole('switch', { name: 'Follow' })).not.toBeChecked();
  await log(page).press('End');
  await expect(part).toHaveText(/^0 B to 128 KiB/);
  await page.getByRole('button', { name: 'Jump to the end' }).click();
  await expect(log(page)).toContainText(LAST_LINE);
  const atEnd = (await part.textContent()) ?? '';
  await log(page).press('Home');
  await expect(part).not.toHaveText(atEnd);
});

test('searches by a regular expression, further back too, and links to what it finds', async ({ page }) => {
  await openLongLog(page);
  await searchBox(page).fill(String.raw`\] 77\d\d$`);
  await expect(page.getByText('No line of what is shown fits.')).toBeVisible();
  await page.getByRole('button', { name: 'Regular expression' }).click();
  await page.getByRole('button', { name: 'Search further back' }).click();
  await expect(page).toHaveURL(/[?&]at=\d+/);
  await expect(log(page).locator('[aria-current]')).toContainText('[simulated] 7799');
  await expect(page.getByText('100 lines')).toBeVisible();
  await searchBox(page).press('Enter');
  await searchBox(page).press('Enter');
  await expect(page.getByText('99 of 100 lines')).toBeVisible();
  await searchBox(page).fill('(');
  await expect(page.getByText(/This is not a regular expression/)).toBeVisible();
  // one that would take longer than anybody lives
  await searchBox(page).fill('^((.+)+)+!$');
  await expect(page.getByText(/^The expression took longer than two seconds/)).toBeVisible();
  await searchBox(page).fill(String.raw`\] 77\d9$`);
  await expect(page.getByText('10 lines', { exact: true })).toBeVisible();
});

test('says how far a search came when nothing fits', async ({ page }) => {
  await openLongLog(page);
  await searchBox(page).fill('nowhere to be found');
  await page.getByRole('button', { name: 'Search further back' }).click();
  await expect(page.getByText(/No line in the other .+ KiB fits\./)).toBeVisible();
});

test('links to a line, and keeps the link when the file is shown elsewhere', async ({ page }) => {
  await openLongLog(page);
  const line = log(page).getByText('[simulated] 19995', { exact: true }).locator('xpath=ancestor::*[@data-index]');
  await line.hover();
  await line.getByRole('link', { name: /^Link to the line at byte/ }).click();
  await expect(page).toHaveURL(/[?&]at=\d+/);
  await expect(log(page).locator('[aria-current]')).toContainText('19995');
  await expect(page.getByRole('switch', { name: 'Follow' })).not.toBeChecked();
});

test('pauses when one scrolls up, and follows again', async ({ page }) => {
  await openLongLog(page);
  await log(page).hover();
  await page.mouse.wheel(0, -400);
  await expect(page.getByRole('switch', { name: 'Follow' })).not.toBeChecked();
  await page.getByRole('button', { name: 'Jump to the end' }).click();
  await expect(page.getByRole('switch', { name: 'Follow' })).toBeChecked();
});

test('shows the colours that a program asks for, and wraps long lines', async ({ page }) => {
  await openApplications(page);
  const words = Array.from({ length: 80 }, (_, n) => `word${n}`).join(' ');
  const cmd = String.raw`printf 'an \033[1;31merror\033[0m\n'; echo ${words}; sleep 1000`;
  await runApp(page, { id: '/colours', cmd });
  await openLog(page, 'stdout');
  await expect(log(page).getByText('error', { exact: true })).toHaveCSS('font-weight', '700');
  await expect(log(page)).not.toContainText('[1;31m');
  const long = log(page).getByText(/word79/);
  await expect(long).toHaveCSS('white-space', 'pre');
  await page.getByRole('switch', { name: 'Wrap lines' }).click();
  await expect(long).toHaveCSS('white-space', 'pre-wrap');
  await expect(page).toHaveURL(/wrap=1/);
});

test('shows stdout and stderr of several instances together, and leads from a line to its file', async ({ page }) => {
  await openApplications(page);
  await runApp(page, { id: '/talker', cmd: 'echo said; echo complained >&2; sleep 3; echo later; sleep 1000', instances: 2 });
  await openLog(page, 'stdout');
  await page.getByLabel('File').selectOption('both');
  await expect(page.getByLabel('File')).toHaveValue('both');
  await page.getByRole('combobox', { name: 'Add an instance …' }).selectOption({ index: 1 });
  const shown = page.getByRole('list', { name: 'Instances that are shown' });
  await expect(shown.getByRole('listitem')).toHaveCount(2);
  await expect(log(page).getByText('[simulated] said')).toHaveCount(2);
  await expect(log(page).getByText('[simulated] complained')).toHaveCount(2);
  await expect(log(page).getByText(/^[0-9a-f]{8} stderr$/)).toHaveCount(2);
  const line = log(page).getByText('[simulated] complained').first().locator('xpath=ancestor::*[@data-index]');
  await line.hover();
  await line.getByRole('link', { name: /^Link to the line/ }).click();
  await expect(page.getByLabel('File')).toHaveValue('stderr');
  await expect(log(page).locator('[aria-current]')).toContainText('complained');
});

test('pages back through several files to the beginning of all', async ({ page }) => {
  await openLongLog(page);
  await page.getByLabel('File').selectOption('both');
  await expect(log(page)).toContainText(LAST_LINE);
  await expect(async () => {
    await log(page).press('Home');
    // what comes in above leaves the lines where they are
    await expect(log(page)).toContainText('[simulated] Nothing real runs here', { timeout: 500 });
  }).toPass();
  await expect(page.getByText('All files are shown from their beginning.')).toBeVisible();
  await page.getByRole('button', { name: 'Jump to the end' }).click();
  await expect(log(page)).toContainText(LAST_LINE);
});

test('says from where on lines come as they arrive', async ({ page }) => {
  await openApi(page);
  await openLog(page, 'stdout');
  await page.getByLabel('File').selectOption('both');
  await expect(log(page).getByText(/^Lines above were there already/)).toBeVisible();
  await page.getByRole('button', { name: 'Download' }).click();
  await expect(page.getByRole('menuitem', { name: 'Download stderr' })).toBeVisible();
});

test('shows the times that lines begin with in a column', async ({ page }) => {
  await openApi(page);
  await openLog(page, 'stdout');
  await page.getByRole('switch', { name: 'Times' }).click();
  await expect(log(page).getByRole('time').first()).toHaveText(/^\d\d:\d\d:\d\d\.\d{3}$/);
});

test('works by the keyboard alone: to a line, and to its link', async ({ page }) => {
  await openLongLog(page);
  await log(page).focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(log(page).locator('[aria-current]')).toContainText('[simulated]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/[?&]at=\d+/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('fits a phone and has no accessibility violations in either theme', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 740 });
  await openApplications(page);
  const cmd = String.raw`printf '\033[31mred\033[32m green\033[33m yellow\033[34m blue\033[35m magenta\033[36m cyan\033[37m white\033[90m grey\033[0m\n'; sleep 1000`;
  await runApp(page, { id: '/colours', cmd, instances: 2 });
  await openLog(page, 'stdout');
  await searchBox(page).fill('simulated');
  await expect(log(page).getByText('magenta')).toBeVisible();
  await expectNoViolations(page, '[role=dialog]');
  await page.getByLabel('File').selectOption('both');
  await expect(page.getByLabel('File')).toHaveValue('both');
  await page.getByRole('combobox', { name: 'Add an instance …' }).selectOption({ index: 1 });
  await expect(log(page).getByText('magenta')).toHaveCount(2);
  await expectNoViolations(page, '[role=dialog]');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
