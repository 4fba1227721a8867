import { expect, type Page, test } from '@playwright/test';
import { elsewhere } from '../support/marathon-list.ts';

async function openWithVolume(page: Page): Promise<void> {
  await page.goto('/marathon/apps/redis?scenario=demo');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  await elsewhere(page, 'POST', '/apps', {
    id: '/site',
    cmd: 'sleep 1000',
    cpus: 0.05,
    mem: 16,
    container: { type: 'MESOS', volumes: [{ containerPath: '/etc/site', hostPath: '/srv/site', mode: 'RO' }] },
  });
  await page.goto('/marathon/apps/site');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
}

test('lists the volumes of an application that has some, each with a page', async ({ page }) => {
  await openWithVolume(page);
  await page.getByRole('link', { name: 'Volumes' }).click();
  const row = page.getByRole('table', { name: 'Volumes' }).getByRole('row').nth(1);
  await expect(row).toContainText('/etc/site');
  await expect(row).toContainText('Docker');
  await expect(row).toContainText('Read only');
  await expect(row.getByRole('button', { name: 'Attached' })).toBeVisible();
  await row.getByRole('link', { name: '/srv/site' }).click();
  await expect(page.getByRole('heading', { name: '/srv/site' })).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: 'Show all volumes' }).click();
  await expect(page.getByRole('table', { name: 'Volumes' })).toBeVisible();
});

test('kills an instance together with its data', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  await elsewhere(page, 'POST', '/apps', {
    id: '/db',
    cmd: 'sleep 1000',
    cpus: 0.05,
    mem: 16,
    container: { type: 'MESOS', volumes: [{ containerPath: 'data', mode: 'RW', persistent: { size: 16 } }] },
  });
  await page.goto('/marathon/apps/db/volumes');
  const volumes = page.getByRole('table', { name: 'Volumes' });
  await expect(volumes.getByRole('button', { name: 'Attached' })).toBeVisible();
  const before = (await volumes.getByRole('link').first().textContent()) ?? '';
  expect(before).toMatch(/^db#data#/);
  await expect(volumes.getByRole('row').nth(1)).toContainText('Persistent');
  await expect(volumes.getByRole('row').nth(1)).toContainText('16 MiB');
  await page.getByRole('link', { name: 'Instances' }).click();
  await page.getByRole('checkbox', { name: 'Select all instances' }).click();
  await page.getByRole('link', { name: 'Kill & Wipe' }).click();
  const dialog = page.getByRole('dialog', { name: 'Kill this instance and its data?' });
  await expect(dialog.getByText(/destroyed with all the data in them/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Kill & Wipe' }).click();
  await page.getByRole('link', { name: 'Volumes' }).click();
  await expect(volumes.getByText(before)).toBeHidden();
  await expect(volumes.getByRole('button', { name: 'Attached' })).toBeVisible();
});

test('has no tab of volumes where there are none', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  const tabs = page.getByRole('navigation', { name: 'Views of the application' });
  await expect(tabs.getByRole('link', { name: 'Events' })).toBeVisible();
  await expect(tabs.getByRole('link', { name: 'Volumes' })).toBeHidden();
});

test('shows events as they happen, and what is remembered from before', async ({ page }) => {
  await page.goto('/marathon/apps/redis/events?scenario=demo');
  const events = page.getByRole('table', { name: 'Events' });
  await expect(events.getByText('Configuration changed')).toBeVisible();
  await expect(page.getByText(/^Seen live since .+, when this page was opened/)).toBeVisible();
  await elsewhere(page, 'PUT', '/apps/redis', { instances: 2 });
  await expect(events.getByText('Deployment started')).toBeVisible();
  await expect(events.getByText('Instance: Started')).toBeVisible();
  await expect(events.getByText('Deployment finished')).toBeVisible();
  await expect(events.getByText('Scaled or restarted')).toBeVisible();
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await openWithVolume(page);
  for (const tab of ['Volumes', 'Events']) {
    await page.getByRole('link', { name: tab }).click();
    await expect(page.getByRole('table', { name: tab })).toBeVisible();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
  }
});
