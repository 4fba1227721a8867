import { choose, elsewhere, row, status, tick } from '../support/marathon-list.ts';
import { expect, openWithToken, test } from '../support/local-server.ts';

const app = (id: string, more: object = {}) => ({ id, cmd: 'sleep 1000', cpus: 0.05, mem: 32, ...more });

test('suspends, resumes, destroys and recreates real processes, several at once', async ({ page, server }) => {
  await openWithToken(page, server, '/marathon/apps');
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
  await elsewhere(page, 'POST', '/groups', {
    id: '/crew',
    apps: [app('/crew/one', { instances: 2 }), app('/crew/two', { dependencies: ['/crew/one'] })],
  });
  await expect(row(page, 'crew').getByText('3 of 3')).toBeVisible({ timeout: 30_000 });
  await row(page, 'crew').getByRole('link').click();
  // The deployment holds its apps until all of it is done: so long they are deploying, whatever runs already.
  for (const name of ['one', 'two']) await expect(status(page, name, 'Running')).toBeVisible({ timeout: 30_000 });

  await tick(page.getByRole('checkbox', { name: 'Select all applications' }));
  const bar = page.getByRole('region', { name: 'Selected applications' });
  await bar.getByRole('link', { name: 'Suspend' }).click();
  await page.getByRole('dialog', { name: 'Suspend 2 applications?' }).getByRole('button', { name: 'Suspend' }).click();
  await expect(status(page, 'one', 'Suspended')).toBeVisible({ timeout: 30_000 });
  await expect(status(page, 'two', 'Suspended')).toBeVisible({ timeout: 30_000 });
  await choose(page, '/crew/one', 'Resume');
  const resume = page.getByRole('dialog', { name: 'Resume /crew/one?' });
  await expect(resume.getByLabel('Instances')).toHaveValue('2');
  await resume.getByRole('button', { name: 'Resume' }).click();
  await expect(row(page, 'one').getByText('2 of 2')).toBeVisible({ timeout: 30_000 });

  await page.getByRole('link', { name: 'Dependencies' }).click();
  await expect(page.getByRole('list', { name: 'Dependencies as a list' }).getByText('/crew/two needs /crew/one')).toBeVisible();
  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Applications' }).click();
  await choose(page, '/crew', 'Destroy');
  await page.getByRole('dialog', { name: 'Destroy the group /crew?' }).getByRole('button', { name: 'Destroy' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('/crew was created again')).toBeVisible({ timeout: 60_000 });
  await expect(row(page, 'crew').getByText('2 of 2')).toBeVisible({ timeout: 30_000 });
});
