import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** The list of jobs, their pages, what can be done with them, and what depends on what. */

const table = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const row = (page: Page, name: string) =>
  table(page, 'Jobs')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^${name}\\b`) }) });

/** Jobs as one has them who brought them from elsewhere: by Chronos' API. The list is open afterwards. */
async function openJobs(page: Page): Promise<void> {
  await page.goto('/service/chronos/jobs?scenario=small');
  await expect(page.getByText('No jobs yet')).toBeVisible();
  const rest = { cpus: 0.01, mem: 16, disk: 1, retries: 0 };
  const jobs = [
    [
      'iso8601',
      { name: 'backup', command: 'echo backing up', schedule: 'R/2099-01-01T02:30:00/P1D', scheduleTimeZone: 'Europe/Berlin', ...rest },
    ],
    ['iso8601', { name: 'cleanup', command: 'exit 3', schedule: 'R/2099-01-01T00:00:00Z/PT1H', ...rest }],
    ['dependency', { name: 'report', command: 'echo report', parents: ['backup'], ...rest }],
    ['dependency', { name: 'mail', command: 'echo mail', parents: ['cleanup'], ...rest }],
  ] as const;
  const statuses = await page.evaluate(async (list) => {
    const headers = { 'content-type': 'application/json' };
    const made: number[] = [];
    for (const [kind, job] of list) {
      made.push((await fetch(`/service/chronos/v1/scheduler/${kind}`, { method: 'POST', headers, body: JSON.stringify(job) })).status);
    }
    return made;
  }, jobs);
  expect(statuses).toEqual([204, 204, 204, 204]);
  await expect(row(page, 'mail')).toBeVisible();
}

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

test('draws what depends on what, and what a failure holds up', async ({ page }) => {
  await openJobs(page);
  await page.getByRole('button', { name: 'Dependencies' }).click();
  await expect(page.getByRole('figure', { name: 'Which job runs after which' }).getByRole('link', { name: 'report' })).toBeVisible();
  const list = page.getByRole('list', { name: 'Jobs and what they run after' });
  await expect(list.getByRole('listitem').filter({ hasText: 'mail' })).toContainText('cleanup');
  await list.getByRole('link', { name: 'backup' }).click();
  await expect(page.getByRole('heading', { name: 'backup', level: 1 })).toBeVisible();
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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page }).analyze()).violations, `list in ${colorScheme}`).toEqual([]);
    await job.click();
    await expect(table(page, 'Run history')).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations, `job in ${colorScheme}`).toEqual([]);
    await page.goBack();
  }
  await page.setViewportSize({ width: 375, height: 812 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  await job.click();
  await expect(table(page, 'Run history')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
