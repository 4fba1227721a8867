import { runApp } from '../support/run-app.ts';
import { expect, openWithToken, test } from '../support/local-server.ts';

/** A log of 1 GiB, all of it a hole but its last lines: as large as any to those who read it, and there at once. */
const CMD = "truncate -s 1G stdout; seq 1 30000 >> stdout; echo 'the last line' >> stdout; sleep 1000";

test('opens a log of 1 GiB at its end, and reads little more than it shows', async ({ page, server }) => {
  await openWithToken(page, server, '/marathon/apps');
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
  await runApp(page, { id: '/large-log', cmd: CMD });
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/files/read')) bodies.push(response.body());
  });
  await page
    .getByRole('link', { name: /^stdout of/ })
    .first()
    .click();
  await expect(page.getByRole('log', { name: 'Contents of stdout' })).toContainText('the last line');
  await expect(page.getByText(/^The last \d+ KiB of 1 GiB/)).toBeVisible();
  const sizes = (await Promise.all(bodies)).map((body) => body.length);
  expect(Math.max(...sizes)).toBeLessThan(2 * 64 * 1024);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1024 ** 2);
  await page.keyboard.press('Escape');
  await page
    .getByRole('link', { name: /^large-log\./ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Files' }).click();
  await expect(page.getByRole('row').filter({ hasText: 'stdout' })).toContainText('1 GiB');
});
