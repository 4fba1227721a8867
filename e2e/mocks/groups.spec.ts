import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { choose, openList, row, settled } from '../support/marathon-list.ts';

test('creates a group, and says so when there is one already', async ({ page }) => {
  await openList(page);
  await page.getByRole('link', { name: 'Create Group' }).click();
  const dialog = page.getByRole('dialog', { name: 'New Group' });
  const id = dialog.getByLabel('Group ID');
  await id.fill('Not an id');
  await id.press('Enter');
  await expect(id).toHaveAccessibleDescription(/must not contain blanks/);
  await id.fill('shop');
  await id.press('Enter');
  await expect(dialog.getByText('There is already a group /shop.')).toBeVisible();
  await id.fill('batch/nightly');
  await id.press('Enter');
  await expect(dialog).toBeHidden();
  await row(page, 'batch').getByRole('link').click();
  await row(page, 'nightly').getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'This group is empty' })).toBeVisible();
});

test('scales a group by a factor, showing what changes', async ({ page }) => {
  await openList(page);
  await settled(page);
  await choose(page, '/shop', 'Scale By');
  const dialog = page.getByRole('dialog', { name: 'Scale /shop by a factor' });
  await expect(dialog.getByText('Nothing changes.')).toBeVisible();
  await dialog.getByLabel('Factor').fill('2');
  await expect(dialog.getByRole('listitem')).toHaveText(['/shop/api: 2 → 4', '/shop/jobs/mailer: 1 → 2', '/shop/web: 2 → 4']);
  await dialog.getByRole('button', { name: 'Scale' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(page, 'shop').getByText(/of 10/)).toBeVisible();
});

test('suspends all of a group from its own page and resumes it', async ({ page }) => {
  await page.goto('/marathon/group/shop?scenario=demo');
  await expect(page.getByText('5 of 5 instances')).toBeVisible();
  await settled(page);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Suspend' }).click();
  await page.getByRole('dialog', { name: 'Suspend 3 applications?' }).getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText('0 of 0 instances')).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Resume' }).click();
  await page.getByRole('dialog', { name: 'Resume 3 applications?' }).getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByText('5 of 5 instances')).toBeVisible();
});

test('restarts every application of a group', async ({ page }) => {
  await page.goto('/marathon/group/shop?scenario=demo');
  await expect(page.getByText('5 of 5 instances')).toBeVisible();
  await settled(page);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Restart All' }).click();
  await page.getByRole('dialog', { name: 'Restart 3 applications?' }).getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('Restart: begun for 3 applications')).toBeVisible();
  await page.getByRole('link', { name: /^Deployments/ }).click();
  await expect(page.getByRole('list', { name: 'Finished deployments' }).getByText('Restart /shop/web')).toBeVisible();
});

test('edits what a group depends on, and draws it', async ({ page }) => {
  await page.goto('/marathon/group/shop?scenario=demo');
  await expect(page.getByText('5 of 5 instances')).toBeVisible();
  await settled(page);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Edit Group' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit /shop' });
  const dependencies = dialog.getByLabel('Dependencies');
  await dependencies.fill('/nothing');
  await expect(dependencies).toHaveAccessibleDescription(/There is no group or application \/nothing/);
  await dependencies.fill('/redis');
  await dialog.getByRole('switch', { name: 'JSON Mode' }).check();
  const editor = dialog.getByRole('textbox', { name: 'Group as JSON' });
  await expect(editor).toContainText('"/redis"');
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('{"id": "/shop", "dependencies": ["/redis"], "apps": [{"id": "web", "cpu": 1}]}');
  await dialog.getByRole('button', { name: 'Show what will be done' }).click();
  await expect(dialog.getByRole('button', { name: /^Line 1 .*apps\(0\)/ })).toBeFocused();
  await expect(dialog.getByRole('button', { name: 'Line 1 Marathon does not know “cpu” and leaves it out.' })).toBeVisible();
  await page.keyboard.press('Control+Z');
  await dialog.getByRole('switch', { name: 'JSON Mode' }).uncheck();
  await dialog.getByRole('button', { name: 'Show what will be done' }).click();
  await expect(dialog.getByText(/What changes|Nothing has to be done/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Change and deploy group' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Dependencies' }).click();
  const graph = page.getByRole('figure', { name: 'Graph of dependencies' });
  await expect(graph.getByRole('link', { name: '/shop', exact: true })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Dependencies as a list' }).getByText('/shop needs /redis')).toBeVisible();
  await expectNoViolations(page);
  await graph.getByRole('link', { name: '/redis', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'redis', level: 1 })).toBeVisible();
});

test('destroys a group with all that is in it, and takes it back', async ({ page }) => {
  await openList(page);
  await settled(page);
  await choose(page, '/shop', 'Destroy');
  const dialog = page.getByRole('dialog', { name: 'Destroy the group /shop?' });
  await expect(dialog.getByRole('listitem')).toHaveText(['/shop/api', '/shop/jobs/mailer', '/shop/web']);
  await dialog.getByRole('button', { name: 'Destroy' }).click();
  await expect(row(page, 'shop')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('/shop was created again')).toBeVisible();
  await expect(row(page, 'shop').getByText('5 of 5')).toBeVisible();
});

test('folds a long way to a group', async ({ page }) => {
  await page.goto('/marathon/group/a%2Fb%2Fc%2Fd?scenario=small');
  await expect(page.getByRole('link', { name: 'c', exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'a', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'Show all levels' }).click();
  await page.getByRole('link', { name: 'a', exact: true }).click();
  await expect(page).toHaveURL(/group\/a(\?|$)/);
});
