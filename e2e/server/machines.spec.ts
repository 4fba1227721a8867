import type { Locator, Page } from '@playwright/test';
import { expect, type LocalServer, openWithToken, test } from '../support/local-server.ts';
import { elsewhere } from '../support/marathon-list.ts';

const machine = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const tasksOn = (page: Page, name: string): Locator => machine(page, name).getByRole('list', { name: `Tasks on ${name}` });

async function open(page: Page, server: LocalServer): Promise<void> {
  await openWithToken(page, server, '/machines');
  await expect(machine(page, 'a1').getByText('Running', { exact: true })).toBeVisible();
}

async function act(page: Page, action: string, name: string): Promise<void> {
  await machine(page, name)
    .getByRole('button', { name: `${action} ${name}` })
    .click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Looking at the tasks on it')).toBeHidden();
  await dialog.getByRole('button', { name: action === 'Up' ? 'Bring up' : action, exact: true }).click();
  await expect(dialog).toBeHidden();
}

test('an app on a1 starts again on a2, which was added, when a1 is halted', async ({ page, server }) => {
  test.setTimeout(300_000);
  await open(page, server);
  await elsewhere(page, 'POST', '/apps', { id: '/wanderer', cmd: 'sleep 1000', cpus: 0.05, mem: 32 });
  await expect(tasksOn(page, 'a1').getByRole('link', { name: 'wanderer' })).toBeVisible({ timeout: 60_000 });

  await page.getByRole('link', { name: 'Add a machine' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('a2');
  await page.getByRole('dialog').getByRole('button', { name: 'Add and bring up' }).click();
  await expect(machine(page, 'a2').getByText('Running', { exact: true })).toBeVisible({ timeout: 60_000 });

  await act(page, 'Halt', 'a1');
  await expect(machine(page, 'a1').getByText('Halted', { exact: true })).toBeVisible({ timeout: 60_000 });
  // the master waits 75 s for an agent before it tells Marathon
  await expect(tasksOn(page, 'a2').getByRole('link', { name: 'wanderer' })).toBeVisible({ timeout: 180_000 });

  // the server goes on to the next test
  await elsewhere(page, 'DELETE', '/apps/wanderer?force=true');
  await act(page, 'Up', 'a1');
  await expect(machine(page, 'a1').getByText('Running', { exact: true })).toBeVisible({ timeout: 60_000 });
  await act(page, 'Destroy', 'a2');
  await expect(machine(page, 'a2')).toBeHidden({ timeout: 60_000 });
});
