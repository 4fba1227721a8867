import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const VIP = 'shopweb.marathon.l4lb.thisdcos.directory';
const row = (page: Page) => page.getByRole('table', { name: 'Virtual addresses' }).getByRole('row', { name: VIP });

test('a virtual address shows its backends and what they carry, and says that it is simulated', async ({ page }) => {
  await page.goto('/network?scenario=demo');
  await expect(page.getByRole('status').filter({ hasText: 'Nothing listens at these addresses' })).toBeVisible();
  await expect(row(page)).toContainText('2');
  await expectNoViolations(page);

  await row(page)
    .getByRole('link', { name: `${VIP}:80` })
    .click();
  await expect(page.getByRole('heading', { name: `${VIP}:80`, level: 1 })).toBeVisible();
  const backends = page.getByRole('table', { name: 'Backends' });
  await expect(backends.getByText('Serving')).toHaveCount(2);
  await expect(backends.getByText(/[\d.]+ ms/).first()).toBeVisible();
  await expectNoViolations(page);

  await backends.getByRole('link').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('web');
});

test('names are resolved: hosts, services, virtual addresses, and those that do not exist', async ({ page }) => {
  await page.goto('/network?scenario=demo');
  const box = page.getByRole('region', { name: 'Resolve a name' });
  const ask = async (name: string): Promise<void> => {
    await box.getByRole('textbox', { name: 'Name' }).fill(name);
    await box.getByRole('textbox', { name: 'Name' }).press('Enter');
  };
  await ask('leader.mesos');
  await expect(box.getByRole('table', { name: 'Records of leader.mesos' })).toContainText('192.168.65.90');
  await ask('_leader._tcp.mesos');
  await expect(box.getByRole('table').getByRole('row').nth(1)).toContainText('5050');
  await expect(page).toHaveURL(/name=_leader/);
  await ask(VIP);
  await expect(box.getByRole('table')).toContainText(/127\.(12[89]|1[3-9]\d|2\d\d)\./);
  await ask('nobody.mesos');
  await expect(box.getByRole('status')).toContainText('There is no nobody.mesos');
});

test('a virtual address that is gone says so, and the page is Japanese for those who read it', async ({ page }) => {
  await page.goto('/network/gone.marathon.l4lb.thisdcos.directory:80/tcp?scenario=demo');
  await page.getByRole('link', { name: 'Show all virtual addresses' }).click();
  await expect(row(page)).toBeVisible();
  await page.evaluate(() => localStorage.setItem('language', 'ja'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'ネットワーク', level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name: '名前の解決' })).toBeVisible();
});
