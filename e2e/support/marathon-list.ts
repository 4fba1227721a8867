import { expect, type Locator, type Page } from '@playwright/test';

/** The row of an app or folder, whose link names its labels too. */
export const row = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: new RegExp(`^(Group )?${name}( |$)`) }) });

export const status = (page: Page, name: string, word: string): Locator => row(page, name).getByRole('button', { name: word, exact: true });

/** The list of the demo world once its apps run. */
export async function openList(page: Page, query = ''): Promise<void> {
  await page.goto(`/marathon/apps?scenario=demo${query}`);
  await expect(status(page, 'oinker', 'Running')).toBeVisible();
}

/** Once the demo world has deployed what it can: two of its deployments wait for ever. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: 'Deployments 2 running', exact: true })).toBeVisible();
}

export async function choose(page: Page, id: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${id}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

/** Ticks a box whose state is in the address, which shows it a moment after the click. */
export async function tick(box: Locator): Promise<void> {
  await box.click();
  await expect(box).toBeChecked();
}

/** What another client of Marathon's API does. */
export async function elsewhere(page: Page, method: string, path: string, body?: object): Promise<void> {
  const options = { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) };
  const ok = await page.evaluate(`fetch('/service/marathon/v2${path}', ${JSON.stringify(options)}).then((answer) => answer.ok)`);
  expect(ok, `${method} ${path}`).toBe(true);
}
