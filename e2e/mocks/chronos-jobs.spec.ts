import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { jobRow as row, openJobs, table } from '../support/chronos-jobs.ts';

/** The list of jobs, their pages, and what can be done with one of them. */

async function choose(page: Page, job: string, action: string): Promise<void> {
  await row(page, job)
    .getByRole('button', { name: `Actions for ${job}` })
    .click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

async function runNow(page: Page, job: string): Promise<void> {
  await choose(page, job, 'Run now');
  await page
    .getByRole('dialog', { name: `Run ${job} now?` })
    .getByRole('button', { name: 'Run now' })
    .click();
  await expect(page.getByText(`${job} was started`)).toBeVisible();
}

test('shows when jobs run, on the clock of each, and narrows them down', async ({ page }) => {
  await openJobs(page);
  await expect(row(page, 'backup')).toContainText('2099-01-01 02:30 (Europe/Berlin)');
  await expect(row(page, 'report')).toContainText('after backup');
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('After other jobs');
  await expect(page.getByText('2 of 4 jobs')).toBeVisible();
  await page.getByRole('combobox', { name: 'Find jobs by name or command' }).fill('mail');
  await expect(page).toHaveURL(/kind=dependent/);
  await expect(page).toHaveURL(/q=mail/);
  await page.reload();
  await expect(page.getByText('1 of 4 jobs')).toBeVisible();
  await page.getByRole('combobox', { name: 'Find jobs by name or command' }).fill('nothing');
  await page.getByRole('button', { name: 'Show all jobs' }).click();
  await expect(page.getByText('4 jobs', { exact: true })).toBeVisible();
});

test('runs a job now, and what depends on it; its page keeps the run with its log', async ({ page }) => {
  await openJobs(page);
  await runNow(page, 'backup');
  await expect(row(page, 'report')).toContainText('Success');
  await expect(page.getByRole('button', { name: '2 Success' })).toBeVisible();
  await page.getByRole('link', { name: /^backup/ }).click();
  const history = table(page, 'Run history');
  await expect(history.getByText('Success')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Results over time' }).getByRole('link', { name: /Success$/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'The latest runs, each from the moment it was due' }).getByRole('link')).toHaveCount(1);
  await expect(page.getByText('Mean')).toBeVisible();
  await history.getByRole('link', { name: /^Log of ct:/ }).click();
  await expect(page.getByRole('dialog').getByText('backing up')).toBeVisible();
});

test('counts a failure, and says what the run ended with', async ({ page }) => {
  await openJobs(page);
  await runNow(page, 'cleanup');
  await page.getByRole('button', { name: '1 Failure' }).click();
  await expect(page.getByText('1 of 4 jobs')).toBeVisible();
  await row(page, 'cleanup').getByRole('link').click();
  await expect(table(page, 'Run history')).toContainText('Exit code 3');
});

test('pauses and resumes a job', async ({ page }) => {
  await openJobs(page);
  await choose(page, 'backup', 'Pause');
  await page.getByRole('dialog', { name: 'Pause backup?' }).getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('backup is paused')).toBeVisible();
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Paused');
  await expect(page.getByText('1 of 4 jobs')).toBeVisible();
  await choose(page, 'backup', 'Resume');
  await page.getByRole('dialog', { name: 'Resume backup?' }).getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('0 of 4 jobs')).toBeVisible();
});

test('names the children before a job is deleted, and they take over its schedule', async ({ page }) => {
  await openJobs(page);
  await choose(page, 'backup', 'Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete backup?' });
  await expect(dialog).toContainText('take over its schedule');
  await expect(dialog.getByRole('link', { name: 'report' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'backup')).toHaveCount(0);
  await expect(row(page, 'report')).toContainText('(Europe/Berlin)');
});

test('marks a job as successful, and its children run', async ({ page }) => {
  await openJobs(page);
  await choose(page, 'cleanup', 'Mark as successful');
  await page.getByRole('dialog', { name: 'Mark cleanup as successful?' }).getByRole('button', { name: 'Mark as successful' }).click();
  await expect(row(page, 'mail')).toContainText('Success');
});

test('a job that is not there says so', async ({ page }) => {
  await page.goto('/service/chronos/jobs/nobody?scenario=small');
  await expect(page.getByRole('heading', { name: 'There is no job nobody.' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all jobs' }).click();
  await expect(page.getByText('No jobs yet')).toBeVisible();
});

test('fits a phone, and axe finds nothing in either theme', async ({ page }) => {
  await openJobs(page);
  await runNow(page, 'backup');
  const job = page.getByRole('link', { name: /^backup/ });
  await expectNoViolations(page);
  await job.click();
  await expect(table(page, 'Run history')).toBeVisible();
  await expectNoViolations(page);
  await page.goBack();
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await job.click();
  await expect(table(page, 'Run history')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});

test('makes and runs a job by the keyboard alone', async ({ page }) => {
  await openJobs(page);
  await page.getByRole('button', { name: 'Create Job' }).press('Enter');
  const form = page.getByRole('dialog', { name: 'New Job' });
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('hello');
  await page.keyboard.press('Tab');
  await page.keyboard.type('echo hello');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('hello was created')).toBeVisible();
  await row(page, 'hello').getByRole('button', { name: 'Actions for hello' }).press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Run now' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Run hello now?' }).getByLabel('Arguments').press('Enter');
  await expect(page.getByText('hello was started')).toBeVisible();
  await row(page, 'hello').getByRole('link').press('Enter');
  await expect(table(page, 'Run history')).toContainText('Success');
});
