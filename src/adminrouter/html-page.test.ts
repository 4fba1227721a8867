import { expect, test } from 'vitest';
import { htmlPage, PAGE_POLICY } from './html-page.ts';

test('the policy of the small pages allows their style, and only it', async () => {
  const html = await htmlPage('A & B', '<p>body</p>', { status: 200 }).text();
  expect(html).toContain('<title>A &amp; B</title>');
  const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? '';
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  expect(PAGE_POLICY).toContain(`style-src 'sha256-${btoa(String.fromCodePoint(...digest))}'`);
  expect(PAGE_POLICY).toContain("default-src 'none'");
});
