import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { jobRow, openJobs, table } from '../support/chronos-jobs.ts';

/** Several jobs at once: ticked in the list, and carried from one cluster to another as a file. */

const bar = (page: Page) => page.getByRole('region', { name: 'Selected jobs' });
const tick = (page: Page, job: string) => jobRow(page, job).getByRole('checkbox').click();

test('pauses, resumes and deletes the jobs that are ticked, and names what runs after them', async ({ page }) => {
  await openJobs(page);
  await tick(page, 'backup');
  await tick(page, 'cleanup');
  await expect(bar(page)).toContainText('2 jobs selected');
  await bar(page).getByRole('button', { name: 'Pause' }).click();
  const pause = page.getByRole('dialog', { name: 'Pause: 2 jobs' });
  await pause.getByRole('button', { name: 'Pause' }).click();
  await expect(pause).toContainText('2 of 2 done');
  await pause.getByRole('button', { name: 'Close' }).last().click();
  await expect(jobRow(page, 'backup')).toContainText('(Paused)');
  await expect(page).toHaveURL(/selected=backup&selected=cleanup/);

  await tick(page, 'mail');
  await bar(page).getByRole('button', { name: 'Resume' }).click();
  const resume = page.getByRole('dialog', { name: 'Resume: 2 jobs' });
  await expect(resume).toContainText('1 job is not paused.');
  await resume.getByRole('button', { name: 'Resume' }).click();
  await expect(resume).toContainText('2 of 2 done');
  await resume.getByRole('button', { name: 'Close' }).last().click();

  await page.getByRole('combobox', { name: 'Find jobs by name or command' }).fill('backup');
  await expect(bar(page)).toContainText('1 job selected');
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete: 1 job' });
  await expect(dialog).toContainText('These jobs run after them');
  await expect(dialog.getByRole('link', { name: 'report' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toContainText('1 of 1 done');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('combobox', { name: 'Find jobs by name or command' }).fill('');
  await expect(page.getByText('3 jobs', { exact: true })).toBeVisible();
  await expect(jobRow(page, 'report')).toContainText('(Europe/Berlin)');
});

test('exports all jobs, and makes them again from the file', async ({ page }) => {
  await openJobs(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  expect((JSON.parse(text) as { name: string }[]).map(({ name }) => name).toSorted()).toEqual(['backup', 'cleanup', 'mail', 'report']);

  await page.getByRole('checkbox', { name: 'Select all jobs shown' }).click();
  await bar(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog', { name: 'Delete: 4 jobs' }).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog')).toContainText('4 of 4 done');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('No jobs yet')).toBeVisible();

  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import jobs' });
  const jobs = [...(JSON.parse(text) as object[]), { name: 'a b', schedule: 'R//P1D' }, { name: 'lost', parents: ['nobody'] }];
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'jobs.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(jobs)) });
  await expect(dialog).toContainText('4 jobs are made:');
  await expect(dialog).toContainText("The name 'a b' is not allowed");
  await expect(dialog).toContainText('lost: There is no job nobody');
  await expectNoViolations(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Import 4 jobs' }).click();
  await expect(page.getByText('4 jobs were imported')).toBeVisible();
  await expect(jobRow(page, 'report')).toContainText('after backup');
});

test('says when a file has no jobs in it', async ({ page }) => {
  await page.goto('/service/chronos/import?scenario=small');
  const dialog = page.getByRole('dialog', { name: 'Import jobs' });
  await dialog.getByLabel('File').setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no JSON') });
  await expect(dialog.getByText('There are no jobs in this file')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled();
});

test('axe finds nothing in a list with ticked rows, in either theme', async ({ page }) => {
  await openJobs(page);
  await page.getByRole('checkbox', { name: 'Select all jobs shown' }).click();
  await expect(bar(page)).toContainText('4 jobs selected');
  await expectNoViolations(page, 'main');
  await page.setViewportSize({ width: 375, height: 812 });
  await expect(table(page, 'Jobs')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
});
