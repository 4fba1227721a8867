import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

/** The form of a job: as fields and as JSON over one document. */

const form = (page: Page, name: string) => page.getByRole('dialog', { name });

async function create(page: Page, name: string): Promise<void> {
  await page.goto('/service/chronos/create?scenario=small');
  const dialog = form(page, 'New Job');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('textbox', { name: 'Command' }).fill('echo done');
  await dialog.getByRole('button', { name: 'Create Job' }).click();
  await expect(page.getByText(`${name} was created`)).toBeVisible();
}

test('builds a schedule in parts, says it in words and shows the next five runs', async ({ page }) => {
  await page.goto('/service/chronos/create?scenario=small');
  const dialog = form(page, 'New Job');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('report');
  await dialog.getByRole('textbox', { name: 'Command' }).fill('echo report');
  await dialog.getByLabel('Start date').fill('2099-01-31');
  await dialog.getByLabel('Start time').fill('09:30:00');
  await dialog.getByLabel('Time zone').fill('Europe/Berlin');
  await dialog.getByLabel('Every').fill('1');
  await dialog.getByLabel('Period').selectOption('months');
  await expect(dialog.getByRole('textbox', { name: 'Schedule (ISO 8601)' })).toHaveValue('R/2099-01-31T09:30:00Z/P1M');
  await expect(dialog.getByText('Runs every month, on the clock of Europe/Berlin.')).toBeVisible();
  await expect(dialog.getByRole('table', { name: 'Next runs' }).getByRole('row')).toHaveCount(6);
  await expect(dialog.getByRole('cell', { name: '2099-02-28 09:30' })).toBeVisible();
  await expectNoViolations(page, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Create Job' }).click();
  await expect(page.getByRole('link', { name: /^report\b/ })).toBeVisible();
});

test('takes over cron as a schedule, as several jobs, or says why not', async ({ page }) => {
  await page.goto('/service/chronos/create?scenario=small');
  const dialog = form(page, 'New Job');
  await dialog.getByText('Take over a cron expression').click();
  const cron = dialog.getByLabel('Cron expression');
  await cron.fill('*/15 * * * *');
  await dialog.getByRole('button', { name: 'Use as schedule' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Schedule (ISO 8601)' })).toHaveValue(/^R\/.*\/PT15M$/);
  await cron.fill('*/10 9-17 * * *');
  await expect(dialog.getByText('That would be 54 jobs')).toBeVisible();
  await cron.fill('0 9 * * 1-5');
  await expect(dialog.getByText('These are several days of the week.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('report');
  await dialog.getByRole('textbox', { name: 'Command' }).fill('echo report');
  await dialog.getByRole('button', { name: 'Create 5 jobs' }).click();
  await expect(page.getByText('5 jobs were created, report-1 to report-5')).toBeVisible();
  await expect(page.getByRole('link', { name: /^report-5/ })).toBeVisible();
});

test('shows all that Chronos would refuse, each at its field', async ({ page }) => {
  await create(page, 'first');
  await page.goto('/service/chronos/create?scenario=small');
  const dialog = form(page, 'New Job');
  const name = dialog.getByRole('textbox', { name: 'Name', exact: true });
  await name.first().fill('first');
  await dialog.getByRole('textbox', { name: 'Schedule (ISO 8601)' }).fill('R/2099-01-01T00:00:00Z/PT0S');
  await dialog.getByText('Environment and arguments').click();
  await dialog.getByRole('button', { name: 'Add to environment variables' }).click();
  await dialog.getByRole('button', { name: 'Create Job' }).click();
  await expect(name.first()).toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByText('There is a job first already.')).toBeVisible();
  await expect(dialog.getByText('A command is wanted')).toBeVisible();
  await expect(dialog.getByText(/has a period of no length/)).toBeVisible();
  const variable = dialog.getByRole('group', { name: 'Environment variables' }).getByRole('textbox', { name: 'Name' });
  await expect(variable).toHaveAccessibleDescription('This must not be empty.');
});

test('goes on with a draft after a reload, until it is sent or discarded', async ({ page }) => {
  await page.goto('/service/chronos/create?scenario=small');
  const dialog = form(page, 'New Job');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('drafted');
  await dialog.getByRole('textbox', { name: 'Command' }).fill('echo draft');
  await page.reload();
  await expect(dialog.getByText('This goes on with your draft of')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Command' })).toHaveValue('echo draft');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog', { name: 'Discard what was entered?' }).getByRole('button', { name: 'Keep as draft' }).click();
  await page.getByRole('button', { name: 'Create Job' }).click();
  await dialog.getByRole('textbox', { name: 'Command' }).press('Control+Enter');
  await expect(page.getByText('drafted was created')).toBeVisible();
  await page.getByRole('button', { name: 'Create Job' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('');
});

test('edits the JSON and the fields of one document, and shows the change before it is sent', async ({ page }) => {
  await create(page, 'backup');
  await page.goto('/service/chronos/edit/backup?scenario=small');
  const dialog = form(page, 'Edit backup');
  await dialog.getByLabel('Description').fill('each night');
  await dialog.getByRole('switch', { name: 'JSON Mode' }).click();
  await expect(dialog.getByText('"each night"')).toBeVisible();
  await dialog.getByRole('switch', { name: 'JSON Mode' }).click();
  await expect(dialog.getByLabel('Description')).toHaveValue('each night');
  await dialog.getByRole('button', { name: 'Review' }).click();
  await expect(dialog.getByText('After the change')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('backup was changed')).toBeVisible();
  await page.goto('/service/chronos/edit/backup?scenario=small');
  await expect(dialog.getByLabel('Description')).toHaveValue('each night');
  await dialog.getByLabel('Description').fill('');
  await dialog.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('backup was changed')).toBeVisible();
  await page.goto('/service/chronos/jobs/backup/definition?scenario=small');
  await expect(page.getByText('"description": ""')).toBeVisible();
  await expect(page.getByText('"command": "echo done"')).toBeVisible();
});

test('duplicates a job to run after another one', async ({ page }) => {
  await create(page, 'parent');
  await page.goto('/service/chronos/duplicate/parent?scenario=small');
  const dialog = form(page, 'Duplicate parent');
  await expect(dialog.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('parent-copy');
  await dialog.getByRole('radio', { name: 'Other jobs' }).check();
  await dialog.getByRole('checkbox', { name: 'parent', exact: true }).check();
  await dialog.getByRole('button', { name: 'Create Job' }).click();
  await expect(page.getByText('after parent')).toBeVisible();
});
