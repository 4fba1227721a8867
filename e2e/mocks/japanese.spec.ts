import { expect, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';

test.use({ locale: 'ja-JP' });

/** Words that are English in Japanese texts too, and what users named themselves. */
const ENGLISH_SENTENCE = /(?<![-/.])\b(the|is|are|of|with|this|and|not)\b(?![-/.])/i;

test('speaks Japanese on every page to a browser that asks for it', async ({ page }) => {
  for (const [address, heading] of [
    ['/dashboard', 'ダッシュボード'],
    ['/marathon/apps', 'アプリケーション'],
    ['/marathon/apps/oinker', 'oinker'],
    ['/marathon/deployments', 'デプロイ'],
    ['/service/chronos/jobs', 'ジョブ'],
    ['/nodes', 'ノード'],
    ['/tasks', 'タスク'],
    ['/components', 'コンポーネント'],
    ['/mesos/frameworks', 'フレームワーク'],
    ['/events', 'イベント'],
    ['/help', 'ドキュメント'],
  ] as const) {
    await page.goto(`${address}?scenario=demo`);
    await expect(page.getByRole('heading', { name: heading, level: 1 }), address).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'ja');
    const labels = await page.locator('main :is(h1, h2, h3, th, label, button, [role=tab])').allInnerTexts();
    expect(
      labels.filter((text) => ENGLISH_SENTENCE.test(text)),
      address,
    ).toEqual([]);
  }
});

test('has forms and dialogs in Japanese, and nothing that axe finds', async ({ page }) => {
  await page.goto('/marathon/apps?scenario=demo');
  await page.getByRole('main').getByRole('link', { name: 'アプリケーションを作成' }).click();
  const form = page.getByRole('dialog', { name: '新規アプリケーション' });
  await form.getByLabel('ID').fill('こんにちは');
  await form.getByRole('button', { name: 'アプリケーションを作成' }).click();
  await expect(form.getByText(/^ID に使えるのは/)).toBeVisible();
  await expect(form.getByText(/^コマンドを入力するか/)).toBeVisible();
  await expectNoViolations(page, '[role=dialog]');
});
