import { expect, test as base, type Browser, type Page } from '@playwright/test';
import path from 'node:path';
import { startLocalServer, type LocalServer } from '../../src/server/testing/local-server.ts';
import { expectNoViolations } from '../support/axe.ts';

/** A server of its own, with tasks that cost nothing. */
const test = base.extend<object, { server: LocalServer }>({
  server: [
    // Playwright reads from the pattern which other fixtures are needed: none
    async ({}, use) => {
      const server = await startLocalServer(path.resolve(import.meta.dirname, '../..'), ['--executor', 'simulated']);
      await use(server);
      await server.dispose();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
});

const PASSWORD = 'correct horse battery';

async function addUser(server: LocalServer, uid: string, role: 'admin' | 'read-only', description: string): Promise<void> {
  const answer = await fetch(`${server.origin()}/acs/api/v1/users/${uid}`, {
    method: 'PUT',
    headers: { authorization: `token=${server.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ description, role, password: PASSWORD }),
  });
  expect([201, 409]).toContain(answer.status);
}

/** Another browser, which knows nothing of the first. */
async function otherBrowser(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage();
}

async function logIn(page: Page, uid: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Name').fill(uid);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** Collects what the pages' content security policy refuses. */
async function watchPolicy(page: Page): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('noteRefusal', (what: string) => refused.push(what));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => noteRefusal(`${event.effectiveDirective} ${event.blockedURI} at ${location.pathname}`))",
  );
  return refused;
}

test('an admin adds a user, who logs in by password, and out again', async ({ page, browser, server }) => {
  const refused = await watchPolicy(page);
  await page.goto(server.url());
  await page.getByRole('navigation').getByRole('link', { name: 'Users' }).click();
  await page.getByRole('link', { name: 'Add a user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a user' });
  await dialog.getByLabel('Name').first().fill('cas');
  await dialog.getByLabel('Password').fill('short');
  await dialog.getByRole('button', { name: 'Add a user' }).click();
  await expect(dialog).toContainText('A password has at least 8 characters.');
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByLabel('Role').selectOption('Admin');
  await dialog.getByRole('button', { name: 'Add a user' }).click();
  await expect(page.getByRole('table', { name: 'Users' }).getByRole('link', { name: 'cas' })).toBeVisible();
  await expectNoViolations(page);

  const other = await otherBrowser(browser);
  await other.goto(`${server.origin()}/marathon/deployments`);
  await expectNoViolations(other);
  await logIn(other, 'cas', 'a wrong password');
  await expect(other.getByRole('alert')).toHaveText('The name or the password is wrong.');
  await expect(other.getByLabel('Name')).toHaveValue('cas');
  await logIn(other, 'cas');
  await expect(other).toHaveURL(`${server.origin()}/marathon/deployments`);
  await expect(other.getByRole('heading', { name: 'Deployments', exact: true })).toBeVisible();
  await other.getByRole('button', { name: 'User menu: cas' }).click();
  await other.getByRole('menuitem', { name: 'Log out' }).click();
  await expect(other.getByLabel('Password')).toBeVisible();
  await other.goto(`${server.origin()}/dashboard`);
  await expect(other.getByLabel('Password')).toBeVisible();
  await other.context().close();

  // the editors bring styles of their own, and charts and graphs are drawn
  await page.goto(`${server.origin()}/dashboard`);
  await expect(page.getByText('connected nodes')).toBeVisible();
  await page.goto(`${server.origin()}/marathon/create?mode=json`);
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible();
  await page.goto(`${server.origin()}/cluster`);
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  expect(refused).toEqual([]);
});

test('a read-only user sees everything, is told why there is nothing to do, and cannot do it by hand', async ({ page, server }) => {
  await addUser(server, 'bob', 'read-only', 'Bob Baker');
  await page.goto(`${server.origin()}/marathon/apps`);
  await logIn(page, 'bob');
  const create = page.getByRole('button', { name: 'Create Application' }).first();
  await expect(create).toBeDisabled();
  await expect(create).toHaveAccessibleDescription(/Bob Baker may look at everything and change nothing/);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Read-only' })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Users' })).toHaveCount(0);
  const answer = await page.request.post(`${server.origin()}/service/marathon/v2/apps`, { data: { id: '/x', cmd: 'sleep 1' } });
  expect([answer.status(), await answer.text()]).toEqual([403, expect.stringContaining('Bob Baker (bob) may only read')]);

  // what is one's own may be changed
  await page.getByRole('button', { name: 'User menu: Bob Baker' }).click();
  await page.getByRole('menuitem', { name: 'Your account' }).click();
  await page.getByRole('link', { name: 'Change password' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change password' });
  await dialog.getByLabel('Current password').fill(PASSWORD);
  await dialog.getByLabel('New password').first().fill('another password');
  await dialog.getByLabel('New password again').fill('another password');
  await dialog.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('The password was changed')).toBeVisible();
});

test('a session that is taken back leads to the login page, and from there to where one was', async ({ page, browser, server }) => {
  await addUser(server, 'ann', 'admin', 'Ann Adams');
  await page.goto(`${server.origin()}/nodes`);
  await logIn(page, 'ann');
  await expect(page.getByRole('table', { name: 'Nodes' })).toBeVisible();

  const second = await otherBrowser(browser);
  await second.goto(`${server.origin()}/users/ann`);
  await logIn(second, 'ann');
  const sessions = second.getByRole('table', { name: 'Sessions and tokens' });
  await expect(sessions.getByText('This session')).toHaveCount(1);
  await expectNoViolations(second);
  await second.getByRole('link', { name: 'Log out everywhere' }).click();
  await second.getByRole('dialog').getByRole('button', { name: 'Log out everywhere' }).click();
  await expect(sessions.getByRole('button', { name: /^End / })).toHaveCount(0);
  await second.context().close();

  await expect(page.getByLabel('Password')).toBeVisible();
  await logIn(page, 'ann');
  await expect(page).toHaveURL(/\/nodes/);
});
