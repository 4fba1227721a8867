import type { Locator, Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { createConnection } from 'node:net';
import { expect, type LocalServer, openWithToken, test } from '../support/local-server.ts';

/** Names of the running containers of an app, as `docker ps` shows them by their labels. */
function containersOf(appId: string): string[] {
  const output = execFileSync('docker', ['ps', '--filter', `label=dcos.app-id=${appId}`, '--format', '{{.Names}}'], { encoding: 'utf8' });
  return output.split('\n').filter((line) => line !== '');
}

/** The row of an app, whose link names its labels too. */
const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^${name}( |$)`) }) });
const instances = (page: Page): Locator => page.getByRole('table', { name: 'Instances' });

/** What a redis at an address answers to PING; rejects when nobody listens. */
async function ping(host: string, port: number): Promise<string> {
  const socket = createConnection({ host, port });
  try {
    return await new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('data', (data) => resolve(data.toString()));
      socket.setTimeout(5_000, () => reject(new Error(`${host}:${port} does not answer`)));
      socket.write('PING\r\n');
    });
  } finally {
    socket.destroy();
  }
}

interface Redis {
  id: string;
  cpus: string;
  network: 'Host' | 'Bridged';
}

/** Fills in the form as the tutorial does; on a bridged network with redis' own port. */
async function createRedis(page: Page, { id, cpus, network }: Redis): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Create Application' }).first().click();
  const form = page.getByRole('dialog', { name: 'New Application' });
  await form.getByLabel('ID').fill(id);
  await form.getByLabel('CPUs').fill(cpus);
  await form.getByLabel('Memory (MiB)').fill('64');
  await form.getByLabel('Command').fill('redis-server');
  await form.getByRole('button', { name: 'Docker Container' }).click();
  await form.getByRole('textbox', { name: 'Image' }).fill('redis');
  await form.getByLabel('Network').selectOption(network);
  if (network === 'Bridged') {
    await form.getByRole('button', { name: 'Ports & Service Discovery' }).click();
    await form.getByLabel('Container Port').fill('6379');
  }
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form).toBeHidden();
  await expect(row(page, id).getByRole('button', { name: 'Running' })).toBeVisible({ timeout: 30_000 });
}

async function openApplications(page: Page, server: LocalServer): Promise<void> {
  await openWithToken(page, server, '/marathon/apps');
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
}

async function destroy(page: Page, id: string): Promise<void> {
  await row(page, id)
    .getByRole('button', { name: `Actions for /${id}` })
    .click();
  await page.getByRole('menuitem', { name: 'Destroy' }).click();
  await page
    .getByRole('dialog', { name: `Destroy /${id}?` })
    .getByRole('button', { name: 'Destroy' })
    .click();
  await expect(row(page, id)).toBeHidden({ timeout: 30_000 });
  await expect.poll(() => containersOf(`/${id}`)).toEqual([]);
}

test('redis on the network of the agent, from the form to the end', async ({ page, server }) => {
  await expect(ping('127.0.0.1', 6379), 'this test needs port 6379 of this computer to be free').rejects.toThrow(/ECONNREFUSED/);
  // The link that the server prints logs in by itself.
  await page.goto(server.url());
  await page.getByRole('navigation').getByRole('link', { name: 'Applications' }).click();
  await createRedis(page, { id: 'redis', cpus: '0.1', network: 'Host' });
  expect(containersOf('/redis')).toHaveLength(1);
  expect(await ping('127.0.0.1', 6379)).toBe('+PONG\r\n');

  await row(page, 'redis').getByRole('link', { name: 'redis' }).click();
  await page.getByRole('link', { name: /^stdout of redis/ }).click();
  await expect(page.getByRole('log', { name: 'Contents of stdout' })).toContainText('Ready to accept connections');
  await page.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('link', { name: 'Applications' }).first().click();
  await destroy(page, 'redis');
  await expect(ping('127.0.0.1', 6379)).rejects.toThrow(/ECONNREFUSED/);
});

test('redis on a bridge: at the address shown, scaled, killed and back again', async ({ page, server }) => {
  await openApplications(page, server);
  await createRedis(page, { id: 'bridged', cpus: '0.1', network: 'Bridged' });
  await row(page, 'bridged').getByRole('link', { name: 'bridged' }).click();
  const endpoints = instances(page).getByRole('link', { name: /^127\.[\d.]+:\d+$/ });
  const [host = '', port = ''] = ((await endpoints.first().textContent()) ?? '').split(':');
  expect(await ping(host, Number(port))).toBe('+PONG\r\n');

  await page.getByRole('button', { name: 'Scale Application' }).click();
  const scale = page.getByRole('dialog', { name: 'Scale /bridged' });
  await scale.getByLabel('Instances').fill('2');
  await scale.getByRole('button', { name: 'Scale' }).click();
  await expect(page.getByText('(2 of 2 instances)')).toBeVisible({ timeout: 30_000 });
  await expect(endpoints).toHaveCount(2);
  expect(containersOf('/bridged')).toHaveLength(2);

  const [first = ''] = containersOf('/bridged');
  execFileSync('docker', ['kill', first]);
  await expect.poll(() => containersOf('/bridged'), { timeout: 30_000 }).not.toContain(first);
  await expect.poll(() => containersOf('/bridged').length, { timeout: 30_000 }).toBe(2);
  await expect(page.getByText('(2 of 2 instances)')).toBeVisible({ timeout: 30_000 });

  await page.getByRole('link', { name: 'Applications' }).first().click();
  await destroy(page, 'bridged');
});

test('an application outlives a crash of the server, in the same container', async ({ page, server }) => {
  await openApplications(page, server);
  await createRedis(page, { id: 'durable', cpus: '0.1', network: 'Bridged' });
  const before = containersOf('/durable');
  await row(page, 'durable').getByRole('link', { name: 'durable' }).click();
  const task =
    (await instances(page)
      .getByText(/^durable\.instance-/)
      .textContent()) ?? '';

  await server.kill9();
  await expect(page.getByText(/reconnecting, try \d+/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Scale Application' })).toHaveAttribute('aria-disabled', 'true', { timeout: 30_000 });
  expect(containersOf('/durable')).toEqual(before);
  await server.restart();

  // The page that was open all the time finds its way back, and so does a new one with the same login.
  await expect(page.getByRole('button', { name: 'Scale Application' })).not.toHaveAttribute('aria-disabled', 'true', { timeout: 60_000 });
  await page.reload();
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible({ timeout: 30_000 });
  await expect(instances(page).getByText(task, { exact: true })).toBeVisible();
  expect(containersOf('/durable')).toEqual(before);

  await page.getByRole('link', { name: 'Applications' }).first().click();
  await destroy(page, 'durable');
});

test('an image that does not exist is named in the failure', async ({ page, server }) => {
  await openApplications(page, server);
  await page.getByRole('main').getByRole('link', { name: 'Create Application' }).first().click();
  const form = page.getByRole('dialog', { name: 'New Application' });
  await form.getByLabel('ID').fill('typo');
  await form.getByLabel('CPUs').fill('0.1');
  await form.getByRole('button', { name: 'Docker Container' }).click();
  await form.getByRole('textbox', { name: 'Image' }).fill('127.0.0.1:9/no/such-image');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await row(page, 'typo').getByRole('link', { name: 'typo' }).click();
  await expect(
    page
      .getByRole('alert')
      .getByText(/no\/such-image/)
      .first(),
  ).toBeVisible({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Applications' }).first().click();
  await destroy(page, 'typo');
});
