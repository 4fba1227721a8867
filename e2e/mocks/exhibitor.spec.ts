import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

test('the servers of ZooKeeper are found from the cluster, and their znodes by the keyboard alone', async ({ page }) => {
  await page.goto('/cluster');
  await page.getByRole('link', { name: 'Explore them' }).click();
  const tree = page.getByRole('tree', { name: 'Znodes' });
  const line = (name: string) => tree.getByRole('treeitem', { name, exact: true });
  await expect(line('mesos')).toBeVisible();
  await tree.focus();
  await tree.press('End');
  await expect(line('mesos')).toHaveAttribute('aria-selected', 'true');
  await tree.press('ArrowRight');
  await expect(line('log_replicas')).toHaveAttribute('aria-level', '3');
  await tree.press('ArrowDown');
  await expect(page).toHaveURL(/node=%2Fmesos%2Fjson\.info_\d{10}$/);
  await expect(page.getByLabel('Data', { exact: true })).toContainText('"port": 5050');
  await expect(page.getByText(/the znode ends with it/)).toBeVisible();
  await expectNoViolations(page);

  await tree.press('ArrowDown');
  await page.reload();
  await expect(line('log_replicas')).toHaveAttribute('aria-selected', 'true');
  await tree.press('ArrowLeft');
  await tree.press('ArrowLeft');
  await expect(line('log_replicas')).toBeHidden();

  await page.getByRole('link', { name: 'Control panel' }).click();
  await expect(page.getByText('1 of 1 serving')).toBeVisible();
  await expect(page.getByLabel(/srvr/)).toContainText('Mode: standalone');
  await page.getByRole('link', { name: 'Config' }).click();
  await expect(page.getByText('S:1:192.168.65.90')).toBeVisible();
});

test.describe('in the dark and on a phone', () => {
  test.use({ colorScheme: 'dark', viewport: { width: 375, height: 740 } });

  test('every page of Exhibitor is readable, and a znode that is gone says so', async ({ page }) => {
    for (const [path, heading] of [
      ['servers', 'Servers of ZooKeeper'],
      ['explorer?node=%2Fgone', 'Znodes'],
      ['configuration', 'Configuration'],
    ]) {
      await page.goto(`/exhibitor/${path}`);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      if (heading === 'Znodes') await expect(page.getByRole('heading', { name: 'This znode is gone' })).toBeVisible();
      await expectNoViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    }
  });
});
