import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { elsewhere, openList, row } from '../support/marathon-list.ts';

const help = (page: Page): Locator => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

/** The keys are listened to a moment after the page shows: the one for the list of keys can be pressed until it comes, and does no harm. */
async function openHelpByKey(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('?');
    await expect(help(page)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function openListWithKeys(page: Page): Promise<void> {
  await openList(page);
  await openHelpByKey(page);
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
}

async function openDialogByKey(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.getByRole('dialog', { name })).toBeVisible();
}

test('reaches every place by the keys of the original pages', async ({ page }) => {
  await openListWithKeys(page);
  await openDialogByKey(page, 'c', 'New Application');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openDialogByKey(page, 'Shift+C', 'New Group');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.type('redis c');
  await expect(page.getByRole('combobox', { name: 'Filter applications' })).toHaveValue('redis c');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: 'Applications', level: 1 }).click();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Deployments', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await row(page, 'redis').getByRole('link', { name: 'redis' }).click();
  await expect(page.getByRole('heading', { name: 'redis', level: 1 })).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('e');
  await expect(page.getByRole('dialog', { name: /Edit/ })).toBeVisible();
});

test('lists the keys, and leaves them alone while the list is open', async ({ page }) => {
  await openList(page);
  await openHelpByKey(page);
  await expect(help(page).getByText('Create a group')).toBeVisible();
  await page.keyboard.press('c');
  await expect(page).toHaveURL(/modal=help/);
  await page.keyboard.press('Escape');
  await expect(help(page)).toBeHidden();
});

test('says which Marathon this is', async ({ page }) => {
  await openListWithKeys(page);
  await openDialogByKey(page, 'Shift+<', 'About Marathon');
  const about = page.getByRole('dialog', { name: 'About Marathon' });
  await expect(about.getByText('1.10.26')).toBeVisible();
  await expect(about.getByText('framework_name')).toBeVisible();
});

test('has its documentation and the API within', async ({ page }) => {
  await openList(page);
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'Documentation' }).click();
  await expect(page.getByRole('heading', { name: 'Suspend and Resume' })).toBeVisible();
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'API Reference' }).click();
  await expect(page.getByRole('link', { name: '/v2/apps', exact: true })).toHaveAttribute('href', '/service/marathon/v2/apps');
});

test('tells of what others do, not of what one does, until it is turned off', async ({ page }) => {
  await openList(page);
  await expect(async () => {
    await elsewhere(page, 'POST', '/apps/redis/restart?force=true');
    await expect(page.getByText('/redis was deployed')).toBeVisible({ timeout: 4_000 });
  }).toPass();
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await page.goto('/marathon/apps/oinker/restart');
  await page.getByRole('dialog').getByRole('button', { name: 'Restart' }).click();
  await expect(page.getByText('/oinker is being restarted')).toBeVisible();
  await page.getByRole('link', { name: 'Deployments' }).click();
  await expect(page.getByRole('list', { name: 'Finished deployments' }).getByText('Restart /oinker')).toBeVisible();
  await expect(page.getByText('/oinker was deployed')).toBeHidden();
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'Turn notifications off' }).click();
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(page.getByRole('menuitem', { name: 'Turn notifications on' })).toBeVisible();
});

test('follows the links of the original pages', async ({ page }) => {
  await page.goto('/marathon/apps?scenario=demo');
  for (const [old, address] of [
    ['/#/apps/%2Fredis/debug', /\/marathon\/apps\/redis\/debug$/],
    ['/ui/#/group/%2Fshop', /\/marathon\/group\/shop$/],
    ['/marathon/ui/#/deployments', /\/marathon\/deployments$/],
    ['/marathon/#/apps?filterStatus[]=4', /filterStatus=waiting/],
    ['/ui/#/apps?modal=new-app', /\/marathon\/create$/],
    ['/marathon/apps?modal=new-group', /\/marathon\/create-group$/],
  ] as const) {
    await page.goto('about:blank');
    await page.goto(old);
    await expect(page).toHaveURL(address);
  }
});

/** Looks at each address once a text or a field with that name shows there. */
async function expectNoViolationsAt(page: Page, addresses: readonly (readonly [path: string, shown: string])[]): Promise<void> {
  await openList(page);
  for (const [path, shown] of addresses) {
    await page.goto(path);
    await expect(
      page
        .getByText(shown, { exact: true })
        .or(page.getByLabel(shown, { exact: true }))
        .first(),
    ).toBeVisible();
    // what is behind a dialog is the list, which is looked at by itself
    await expectNoViolations(page, (await page.getByRole('dialog').count()) > 0 ? '[role=dialog]' : 'html');
  }
}

test('groups and their dialogs have no accessibility violations that axe finds in either theme', async ({ page }) => {
  await expectNoViolationsAt(page, [
    ['/marathon/group/shop', '5 of 5 instances'],
    ['/marathon/create-group', 'New Group'],
    ['/marathon/scale-group/shop', 'Factor'],
    ['/marathon/edit-group/shop', 'JSON Mode'],
    ['/marathon/destroy-group/shop', 'Destroy the group /shop?'],
    ['/marathon/destroyed', 'Nothing was destroyed from this browser'],
  ]);
});

test('bulk actions, help and About have none either', async ({ page }) => {
  await expectNoViolationsAt(page, [
    ['/marathon/apps?selected=all', 'Select all applications'],
    ['/marathon/bulk/scale?selected=all', 'Instances'],
    ['/marathon/apps?modal=about', 'Framework Id'],
    ['/marathon/apps?modal=help', 'Create a group'],
    ['/help', 'Status words'],
    ['/help/api', 'Requests to Marathon'],
  ]);
});
