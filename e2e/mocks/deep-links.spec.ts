import { expect, test } from '@playwright/test';

const OLD_LINKS: [product: string, old: string, now: RegExp][] = [
  ['DC/OS 1.7', '/#/nodes/grid', /\/nodes\?view=grid/],
  ['DC/OS 1.7', '/#/system/overview/components', /\/components$/],
  ['DC/OS of 2021', '/#/services/detail/%2Foinker/configuration', /\/services\/detail\/oinker\/configuration$/],
  ['DC/OS of 2021', '/#/jobs/overview', /\/service\/chronos\/jobs$/],
  ['Marathon', '/ui/#/apps/%2Foinker/debug', /\/marathon\/apps\/oinker\/debug$/],
  ['Mesos', '/mesos/#/agents', /\/mesos\/agents$/],
];

test('addresses of the old dashboards lead to their pages', async ({ page }) => {
  await page.goto('/?scenario=demo');
  for (const [product, old, now] of OLD_LINKS) {
    // another document first: a change of the fragment alone would load nothing
    await page.goto('about:blank');
    await page.goto(old);
    await expect(page, `${product}: ${old}`).toHaveURL(now);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('This page does not exist')).toBeHidden();
  }
});
