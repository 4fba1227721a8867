import { test as base, expect, type Locator, type Page } from '@playwright/test';
import path from 'node:path';
import { startLocalServer, type LocalServer } from '../../src/server/testing/local-server.ts';
import { expectNoViolations } from '../support/axe.ts';
import { startFaultProxy, type FaultProxy } from '../support/fault-proxy.ts';

/** A cluster without containers, and a proxy in front of it that goes wrong when told to. */
const test = base.extend<{ between: FaultProxy }, { cluster: LocalServer }>({
  cluster: [
    async ({}, use) => {
      const cluster = await startLocalServer(path.resolve(import.meta.dirname, '../..'), ['--executor', 'simulated', '--no-auth']);
      await use(cluster);
      await cluster.dispose();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  between: async ({ cluster }, use) => {
    const proxy = await startFaultProxy(cluster.origin());
    await use(proxy);
    await proxy.close();
  },
});

/** A page says that something is wrong, and is right again, within so long. */
const SOON = { timeout: 3_000 };
const TIMES = 10;

const freshness = (page: Page): Locator => page.getByRole('list', { name: 'Freshness of the data' });
const isLive = async (page: Page, options?: { timeout: number }): Promise<void> => {
  await expect(freshness(page).getByRole('listitem').filter({ hasText: 'Mesos' })).toHaveText(/ live$/, options);
  await expect(freshness(page).getByRole('listitem').filter({ hasText: 'Marathon' })).toHaveText(/ live$/, options);
};

async function openList(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/marathon/apps`);
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
  await isLive(page);
}

/** What the freshness says from now on, each for how short a time ever. */
async function listenToFreshness(page: Page): Promise<() => Promise<string[]>> {
  await freshness(page).evaluate((list) => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver(() => said.push(list.textContent)).observe(list, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate<string[]>('said');
}

/** An app that someone else creates; the page is right when it shows it. */
async function createElsewhere(cluster: LocalServer, id: string): Promise<void> {
  const body = JSON.stringify({ id, cmd: 'sleep 1000', cpus: 0.01, mem: 16 });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${cluster.origin()}/service/marathon/v2/apps`, { method: 'POST', headers, body });
  expect(answer.status).toBe(201);
}

const row = (page: Page, name: string): Locator => page.getByRole('table', { name: 'Applications' }).getByRole('link', { name });

test('says so each of ten times that the server is killed, and is right again when it is back', async ({ page, cluster }) => {
  await openList(page, cluster.origin());
  for (let time = 1; time <= TIMES; time++) {
    await cluster.kill9();
    await expect(freshness(page)).toContainText(/Mesos reconnecting, try \d+/, SOON);
    await expect(freshness(page)).toContainText(/Marathon reconnecting, try \d+/, SOON);
    await cluster.restart();
    await isLive(page, SOON);
    await createElsewhere(cluster, `/after-${time}`);
    await expect(row(page, `after-${time}`)).toBeVisible(SOON);
  }
});

test('says so when nothing is answered any more, and is right again when it is', async ({ page, cluster, between }) => {
  await openList(page, between.origin);
  between.fault('hang');
  await expect(freshness(page)).toContainText(/Marathon (\d+ s behind|reconnecting, try \d+)/, SOON);
  await expect(freshness(page)).toContainText(/Marathon reconnecting, try \d+/);
  await createElsewhere(cluster, '/while-hanging');
  between.fault('pass');
  await isLive(page, SOON);
  await expect(row(page, 'while-hanging')).toBeVisible(SOON);
  await createElsewhere(cluster, '/after-hanging');
  await expect(row(page, 'after-hanging')).toBeVisible(SOON);
});

test('says so when streams are cut in the middle of a record, and misses nothing', async ({ page, cluster, between }) => {
  await openList(page, between.origin);
  // the page is live before: by what it asks
  await expect.poll(() => between.streams()).toBe(1);
  const said = await listenToFreshness(page);
  between.fault('cut');
  // it asks again and again from then on, which is as live as can be
  await expect.poll(said, SOON).toContainEqual(expect.stringMatching(/Marathon reconnecting, try \d+/));
  await createElsewhere(cluster, '/while-cut');
  between.fault('pass');
  await isLive(page, SOON);
  await expect(row(page, 'while-cut')).toBeVisible(SOON);
});

test('says so when a proxy answers in the place of the server, and lets nobody act', async ({ page, cluster, between }) => {
  await openList(page, between.origin);
  between.fault('bad-gateway');
  await expect(freshness(page)).toContainText(/Marathon reconnecting, try \d+/, SOON);
  await expect(freshness(page)).toContainText(/Mesos reconnecting, try \d+/, SOON);
  await expect(page.getByRole('button', { name: 'Create Application' }).first()).toHaveAccessibleDescription(
    /^Marathon cannot be reached\./,
  );
  await createElsewhere(cluster, '/while-bad');
  between.fault('pass');
  await isLive(page, SOON);
  await expect(page.getByRole('link', { name: 'Create Application' }).first()).toBeVisible();
  await expect(row(page, 'while-bad')).toBeVisible(SOON);
});

test('a dialog that was open goes on when the server does, and sends nothing before', async ({ page, cluster, between }) => {
  await createElsewhere(cluster, '/asked-about');
  await openList(page, between.origin);
  await page.goto(`${between.origin}/marathon/apps/%2Fasked-about`);
  await isLive(page);
  await page.getByRole('button', { name: 'Scale Application' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Instances' }).fill('3');
  between.fault('bad-gateway');
  const scale = dialog.getByRole('button', { name: 'Scale', exact: true });
  await expect(scale).toHaveAccessibleDescription(/^Marathon cannot be reached\./, SOON);
  await dialog.getByRole('textbox', { name: 'Instances' }).press('Enter');
  await expectNoViolations(page);
  between.fault('pass');
  await expect(scale).toHaveAccessibleDescription('', SOON);
  const instances = async (): Promise<number> => {
    const answer = await fetch(`${cluster.origin()}/service/marathon/v2/apps//asked-about`);
    return ((await answer.json()) as { app: { instances: number } }).app.instances;
  };
  expect(await instances()).toBe(1);
  await dialog.getByRole('textbox', { name: 'Instances' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  expect(await instances()).toBe(3);
});
