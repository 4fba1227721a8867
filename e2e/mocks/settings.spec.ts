import { expect, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });

test('takes effect at once, without a reload, and is kept', async ({ page }) => {
  await page.goto('/nodes?scenario=demo');
  // behind an open dialog the page has no roles
  const row = page.locator('main tbody tr').first();
  const height = async (): Promise<number> => (await row.boundingBox())?.height ?? 0;
  const comfortable = await height();

  await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('button', { name: 'Settings' }).click();
  await expect(page).toHaveURL(/modal=settings/);
  await settings(page).getByLabel('Rows of tables').selectOption('Compact');
  expect(await height()).toBeLessThan(comfortable);
  await settings(page).getByLabel('Theme').selectOption('Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await settings(page).getByLabel('Time zone').selectOption('Cluster (UTC)');
  await settings(page).getByLabel('Hours').selectOption('a.m. and p.m.');
  await expect(settings(page).getByText(/^It is .* [AP]M\.$/)).toBeVisible();
  await expectNoViolations(page, '[role=dialog]');

  await settings(page).getByLabel('Language').selectOption('日本語');
  const japanese = page.getByRole('dialog', { name: '設定' });
  await expect(japanese.getByLabel('言語')).toBeFocused();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'ノード', level: 1 })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'ノード', level: 1 })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
});
