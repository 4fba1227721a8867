import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { elsewhere } from '../support/marathon-list.ts';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name });

/** The page of an app whose instances fail a second after their start. */
async function openLoop(page: Page): Promise<void> {
  await page.goto('/marathon/apps?scenario=demo');
  await expect(page.getByRole('link', { name: /^redis( |$)/ })).toBeVisible();
  await elsewhere(page, 'POST', '/apps', { id: '/looping', cmd: 'echo begun; sleep 1; exit 1', cpus: 0.05, mem: 16 });
  await page.getByRole('link', { name: /^looping( |$)/ }).click();
}

test('says stage by stage what becomes of the offers, and what would help', async ({ page }) => {
  await page.goto('/marathon/apps/too-big/debug?scenario=demo');
  const waiting = region(page, 'Why it is waiting');
  await expect(waiting.getByText('One instance is still to be launched.')).toBeVisible();
  const stages = waiting.getByRole('list', { name: 'What becomes of the offers' }).locator('> li');
  const cpus = stages.filter({ hasText: 'needs 4 CPUs' });
  await expect(cpus.getByText(/^needs 4 CPUs; the largest offer has .+ on a1 \(1 of 1 turned down\)$/)).toBeVisible();
  await expect(cpus.getByText(/^Lower the CPUs to .+ or less: a1 has as much left\.$/)).toBeVisible();
  await expect(cpus.getByText('Add an agent with at least 4 CPUs, or free as much on one.')).toBeVisible();
  const role = stages.filter({ hasText: 'kept for the role slave_public' });
  await expect(role.getByText(/^Accept the role slave_public too/)).toBeVisible();
  await expect(stages.filter({ hasText: 'Placement constraints' }).getByText('the one offer passed')).toBeVisible();
  await waiting.getByText('The last 2 offers that could not be used').click();
  const offers = page.getByRole('table', { name: 'Offers that could not be used' });
  await expect(offers.getByRole('row').filter({ hasText: 'a1' }).getByText('too little CPU')).toBeVisible();
  await waiting.getByRole('link', { name: 'Edit the application' }).click();
  await expect(page.getByRole('dialog', { name: 'Edit Application' })).toBeVisible();
});

test('names the constraint that rules the agents out', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  await elsewhere(page, 'POST', '/apps', {
    id: '/picky',
    cmd: 'sleep 1000',
    cpus: 0.05,
    mem: 16,
    constraints: [['rack', 'LIKE', 'r[12]']],
  });
  await page.goto('/marathon/apps/picky/debug');
  await expect(
    region(page, 'Why it is waiting').getByText(/^Loosen the constraint rack:LIKE:r\[12\], which rules out one of them/),
  ).toBeVisible();
});

test('counts down to the next launch, and launches at once when asked to', async ({ page }) => {
  await page.goto('/marathon/apps/typo-in-image/debug?scenario=demo');
  const delay = region(page, 'Why it is delayed');
  await expect(delay.getByRole('timer')).toHaveText(/^Its instances ended too early\. The next launch is (in \d+ s|due now)\.$/);
  await expect(delay.getByText(/^The wait begins at 1 s, grows 1\.15-fold/)).toBeVisible();
  await delay.getByRole('button', { name: 'Reset Delay' }).click();
  await expect(page.getByText('/typo-in-image is launched again without delay')).toBeVisible();
});

test('keeps more than the last failure, each with exit code, message and log', async ({ page }) => {
  await openLoop(page);
  await page.getByRole('link', { name: 'Debug' }).click();
  const failures = region(page, 'Last task failures');
  await expect(failures.getByText(/^[2-9] are remembered, mean time to failure \d+ s$/)).toBeVisible({ timeout: 40_000 });
  const items = failures.getByRole('listitem');
  // The one that was the last when the tab was opened is open, whatever came since.
  const opened = items.filter({ hasText: 'Command exited with status 1' });
  await expect(opened.getByText(/^exit code 1, ran for \d+ s/)).toBeVisible();
  await expect(opened.getByText(/^Last lines of std/)).toBeVisible();
  await items.filter({ hasNotText: 'Command exited' }).first().locator('summary').click();
  await expect(opened).toHaveCount(2);
  await opened.last().getByRole('link', { name: 'Show the log' }).click();
  await expect(page.getByRole('log')).toBeVisible();
});

test('calls a crash loop by its name, beside the status on every tab', async ({ page }) => {
  await openLoop(page);
  await page.getByRole('link', { name: 'Configuration' }).click();
  const badge = page.getByRole('link', { name: /^Crash loop: \d+ in 10 min$/ });
  await expect(badge).toBeVisible({ timeout: 60_000 });
  await badge.click();
  await expect(region(page, 'Last task failures').getByText(/^Crash loop: \d+ in 10 min$/)).toBeVisible();
});

test('says which health checks fail, and why', async ({ page }) => {
  await page.goto('/marathon/apps/redis?scenario=demo');
  await expect(page.getByText('(1 of 1 instances)')).toBeVisible();
  await elsewhere(page, 'POST', '/apps', {
    id: '/sick',
    cmd: 'sleep 1000',
    cpus: 0.05,
    mem: 16,
    labels: { SIMULATE_CHECK_EXIT_CODE: '1' },
    healthChecks: [
      {
        protocol: 'COMMAND',
        command: { value: 'true' },
        delaySeconds: 0,
        gracePeriodSeconds: 0,
        intervalSeconds: 2,
        maxConsecutiveFailures: 1000,
      },
    ],
  });
  await page.goto('/marathon/apps/sick');
  const instances = page.getByRole('table', { name: 'Instances' });
  await expect(instances.getByRole('button', { name: 'Unhealthy' })).toBeVisible();
  await page.getByRole('link', { name: 'Debug' }).click();
  const failing = region(page, 'Failing health checks');
  await expect(failing.getByText(/in a row$/)).toBeVisible();
  await failing.getByRole('link', { name: /^sick\.instance-/ }).click();
  await expect(page.getByRole('region', { name: 'Health checks' }).getByText('Failing')).toBeVisible();
});

test('tells when it was changed, and how many instances are how for how long', async ({ page }) => {
  await page.goto('/marathon/apps/redis/debug?scenario=demo');
  await expect(region(page, 'Last changes').getByText('No operation since last config change')).toBeVisible();
  await expect(region(page, 'Last task failures').getByText('No task of this application has failed.')).toBeVisible();
  const total = region(page, 'Task statistics').getByRole('row', { name: /^Total/ });
  await expect(total.getByRole('cell').first()).toHaveText(/1$/);
  await elsewhere(page, 'PUT', '/apps/redis', { instances: 2 });
  await expect(total.getByRole('cell').first()).toHaveText(/2$/);
  await expect(region(page, 'Last changes').getByText('No operation since last config change')).toBeHidden();
});

test('fits a phone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await page.goto('/marathon/apps/too-big/debug?scenario=demo');
  await page.getByText('The last 2 offers that could not be used').click();
  await expect(page.getByRole('table', { name: 'Offers that could not be used' })).toBeVisible();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(375);
});

test('has no accessibility violations that axe finds in either theme', async ({ page }) => {
  await page.goto('/marathon/apps/too-big/debug?scenario=demo');
  await page.getByText('The last 2 offers that could not be used').click();
  for (const [path, heading] of [
    ['', 'Why it is waiting'],
    ['/marathon/apps/crashing/debug', 'Task statistics'],
    ['/marathon/apps/crashing/events', ''],
  ] as const) {
    if (path !== '') await page.goto(path);
    await expect(heading === '' ? page.getByRole('table', { name: 'Events' }) : region(page, heading)).toBeVisible();
    await expectNoViolations(page);
  }
});
