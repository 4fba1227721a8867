import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page, test } from '@playwright/test';

const SECTIONS = ['general', 'docker', 'ports', 'env', 'labels', 'health', 'volumes', 'optional'];

async function openForm(page: Page, query = ''): Promise<Locator> {
  await page.goto(`/marathon/create?scenario=small${query}`);
  const form = page.getByRole('dialog', { name: 'New Application' });
  await expect(form).toBeVisible();
  return form;
}

const section = (form: Locator, name: string): Locator => form.getByRole('navigation').getByRole('button', { name });

test('sends what every section holds', async ({ page }) => {
  const form = await openForm(page);
  await form.getByLabel('ID').fill('web');
  await form.getByLabel('CPUs').fill('0.1');
  await form.getByLabel('Command').fill('sleep 1000');
  await section(form, 'Environment Variables').click();
  await form.getByLabel('Key').fill('COLOUR');
  await form.getByLabel('Value').fill('blue');
  await section(form, 'Labels').click();
  await form.getByLabel('Key').fill('team');
  await form.getByLabel('Value').fill('shop');
  await section(form, 'Health Checks').click();
  await form.getByRole('button', { name: 'Add health check' }).click();
  await form.getByLabel('Protocol').selectOption('Command');
  await form.getByLabel('Command').fill('true');
  await section(form, 'Volumes').click();
  await form.getByRole('button', { name: 'Add Docker volume' }).click();
  await form.getByLabel('Container Path').fill('/data');
  await form.getByLabel('Host Path').fill('/srv');
  await form.getByLabel('Mode', { exact: true }).selectOption('Read only');
  await section(form, 'Optional').click();
  await form.getByLabel('Constraints').fill('hostname:UNIQUE');
  await form.getByText('More settings').click();
  await form.getByLabel('Kill Selection').selectOption('Oldest first');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form).toBeHidden();

  await page.goto('/marathon/apps/web/configuration?scenario=small');
  const definition = page.getByLabel('Definition');
  for (const part of ['"COLOUR": "blue"', '"team": "shop"', '"value": "true"', '"hostPath": "/srv"', '"UNIQUE"', '"OLDEST_FIRST"'])
    await expect(definition).toContainText(part);
});

test('marks the sections with errors, and opens what hides one', async ({ page }) => {
  const form = await openForm(page);
  await form.getByLabel('ID').fill('web');
  await form.getByLabel('Command').fill('sleep 1000');
  await section(form, 'Environment Variables').click();
  await form.getByLabel('Value').fill('blue');
  await section(form, 'Optional').click();
  await form.getByText('More settings').click();
  await form.getByLabel('Backoff (s)').fill('soon');
  await form.getByText('More settings').click();
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(section(form, 'Environment Variables has errors')).toHaveAttribute('aria-current', 'true');
  await expect(form.getByLabel('Key')).toHaveAccessibleDescription('A value needs a key.');
  await section(form, 'Optional has errors').click();
  await expect(form.getByLabel('Backoff (s)')).toHaveAccessibleDescription('backoffSeconds has to be a number.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`has no accessibility violations that axe finds in any section (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const form = await openForm(page);
    for (const name of SECTIONS) {
      await page.goto(`/marathon/create?scenario=small&section=${name}`);
      await expect(form.getByRole('navigation')).toBeVisible();
      if (name === 'health') await form.getByRole('button', { name: 'Add health check' }).click();
      if (name === 'volumes') await form.getByRole('button', { name: 'Add persistent volume' }).click();
      const more = form.getByText('More settings');
      if ((await more.count()) > 0) await more.click();
      const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze();
      expect(violations.map(({ id, nodes }) => [name, id, nodes.map((node) => node.html)])).toEqual([]);
    }
  });
}
