import { expect, type Locator, type Page } from '@playwright/test';

export const table = (page: Page, name: string): Locator => page.getByRole('table', { name, exact: true });

/** The row of a job in the list. */
export const jobRow = (page: Page, name: string): Locator =>
  table(page, 'Jobs')
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^${name}\\b`) }) });

/** Jobs as one has them who brought them from elsewhere: by Chronos' API. The list is open afterwards. */
export async function openJobs(page: Page): Promise<void> {
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
  await expect(jobRow(page, 'mail')).toBeVisible();
}
