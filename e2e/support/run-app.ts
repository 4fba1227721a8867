import { expect, type Page } from '@playwright/test';

interface AppToRun {
  id: string;
  cmd: string;
  instances?: number;
}

/**
 * Runs an app in the world of the page, as one does who has it from elsewhere: by Marathon's API. The page has to be open, and is
 * on the app's own page afterwards, with its instances running. A reload would lose what its tasks have written.
 */
export async function runApp(page: Page, { id, cmd, instances = 1 }: AppToRun): Promise<void> {
  const status = await page.evaluate(
    async (body) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/service/marathon/v2/apps', { method: 'POST', headers, body: JSON.stringify(body) })).status;
    },
    { id, cmd, instances, cpus: 0.01, mem: 32 },
  );
  expect(status).toBe(201);
  const name = id.slice(id.lastIndexOf('/') + 1);
  await page.getByRole('link', { name: new RegExp(`^${name}( |$)`) }).click();
  await expect(page.getByText(`(${instances} of ${instances} instances)`)).toBeVisible();
}

/** The list of applications of a world, in which apps can be run. */
export async function openApplications(page: Page): Promise<void> {
  await page.goto('/marathon/apps?scenario=demo');
  await expect(page.getByRole('link', { name: /^redis( |$)/ })).toBeVisible();
}
