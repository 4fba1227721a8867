import type { Page } from '@playwright/test';
import { expect, type LocalServer, openWithToken, test } from '../support/local-server.ts';

/** Jobs as real processes: made by the form, run by Chronos, with what they wrote; one is killed. */

async function logIn(page: Page, server: LocalServer): Promise<void> {
  await openWithToken(page, server, '/service/chronos/jobs');
  await expect(page.getByRole('heading', { name: 'Jobs', level: 1 })).toBeVisible();
}

const history = (page: Page) => page.getByRole('table', { name: 'Run history' });

/** Makes a job by the form; its start is over, so Chronos runs it at once. */
async function create(page: Page, name: string, command: string): Promise<void> {
  await page.getByRole('button', { name: 'Create Job' }).click();
  const form = page.getByRole('dialog', { name: 'New Job' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await form.getByRole('textbox', { name: 'Command' }).fill(command);
  await form.getByRole('textbox', { name: 'Schedule (ISO 8601)' }).fill('R/2016-01-01T00:00:00Z/P1Y');
  await expect(form.getByText('The start is over: the first run begins at once.')).toBeVisible();
  await form.getByRole('button', { name: 'Create Job' }).click();
  await expect(page.getByText(`${name} was created`)).toBeVisible();
  await page.getByRole('link', { name: new RegExp(`^${name}\\b`) }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

async function remove(page: Page, server: LocalServer, name: string): Promise<void> {
  await page.goto(`${server.origin()}/service/chronos/delete/${name}`);
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText(`${name} was deleted`)).toBeVisible();
}

test('runs a job that the form made, and shows what it wrote', async ({ page, server }) => {
  await logIn(page, server);
  await create(page, 'greets', 'echo hello from a job; exit 3');
  await expect(history(page)).toContainText('Exit code 3', { timeout: 30_000 });
  await history(page)
    .getByRole('link', { name: /^Log of ct:/ })
    .first()
    .click();
  await expect(page.getByRole('dialog').getByText('hello from a job')).toBeVisible();
  await page.keyboard.press('Escape');
  await remove(page, server, 'greets');
});

test('kills a run that goes on', async ({ page, server }) => {
  await logIn(page, server);
  await create(page, 'sleeps', 'echo asleep; sleep 1000');
  await expect(history(page)).toContainText('Running', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Actions for sleeps' }).click();
  await page.getByRole('menuitem', { name: 'Stop' }).click();
  const dialog = page.getByRole('dialog', { name: 'Stop sleeps?' });
  await expect(dialog).toContainText('Its run is killed');
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('sleeps was stopped')).toBeVisible();
  await expect(history(page)).toContainText('Killed', { timeout: 30_000 });
  await remove(page, server, 'sleeps');
});
