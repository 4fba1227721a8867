import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectNoViolations } from '../support/axe.ts';
import { appDefinition } from '../support/app-definition.ts';

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

  expect(await appDefinition(page, '/web')).toMatchObject({
    env: { COLOUR: 'blue' },
    labels: { team: 'shop' },
    healthChecks: [{ protocol: 'COMMAND', command: { value: 'true' } }],
    container: { volumes: [{ containerPath: '/data', hostPath: '/srv', mode: 'RO' }] },
    constraints: [['hostname', 'UNIQUE']],
    killSelection: 'OLDEST_FIRST',
  });
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

test('tells at once that a health check asks a port that is not there', async ({ page }) => {
  const form = await openForm(page, '&section=health');
  await form.getByRole('button', { name: 'Add health check' }).click();
  await form.getByLabel('Port Index', { exact: true }).fill('1');
  await form.getByLabel('Port Index', { exact: true }).blur();
  await expect(form.getByLabel('Port Index', { exact: true })).toHaveAccessibleDescription(
    'The application has one port, with the index 0.',
  );
  await section(form, 'Ports & Service Discovery').click();
  await form.getByRole('button', { name: 'Add port' }).click();
  await section(form, 'Health Checks').click();
  await form.getByLabel('Port Index', { exact: true }).fill('0');
  await form.getByLabel('Port Index', { exact: true }).fill('1');
  await expect(form.getByLabel('Port Index', { exact: true })).toHaveAccessibleDescription('');
});

test('does not lose a press to the error of the field that was left', async ({ page }) => {
  const form = await openForm(page, '&section=ports');
  await section(form, 'Docker Container').click();
  await form.getByLabel('Network', { exact: true }).selectOption('Bridged');
  await section(form, 'Ports & Service Discovery').click();
  await form.getByLabel('Container Port').fill('70000');
  // However long the button stays down.
  await form.getByRole('button', { name: 'Add port' }).click({ delay: 600 });
  await expect(form.getByLabel('Container Port')).toHaveCount(2);
  await expect(form.getByLabel('Container Port').first()).toHaveAccessibleDescription('The container port must be 65535 or less.');
});

test('offers what this Marathon can do', async ({ page }) => {
  const form = await openForm(page, '&section=volumes');
  await expect(form.getByRole('button', { name: 'Add external volume' })).toBeVisible();
  await section(form, 'Ports & Service Discovery').click();
  await form.getByText('More settings').click();
  await form.getByLabel('VIP').fill('/web:80');
  await form.getByRole('switch', { name: 'JSON Mode' }).click();
  await expect(page.getByRole('textbox', { name: 'Application as JSON' })).toContainText('"VIP_0": "/web:80"');
});

test('joins several container networks', async ({ page }) => {
  const form = await openForm(page, '&section=docker');
  await form.getByRole('textbox', { name: 'Image' }).fill('redis');
  await form.getByLabel('Network', { exact: true }).selectOption('User');
  await form.getByLabel('Network Name').fill('dcos, backend');
  await form.getByRole('switch', { name: 'JSON Mode' }).click();
  await expect(page.getByRole('textbox', { name: 'Application as JSON' })).toContainText(/"name": "dcos"[^]*"name": "backend"/);
});

test('says what will be sent for a new application, with its plan', async ({ page }) => {
  const form = await openForm(page);
  await expect(page.getByText('Marathon live')).toBeAttached();
  await form.getByLabel('ID').fill('web');
  await form.getByLabel('Instances').fill('2');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByLabel('Command')).toHaveAccessibleDescription(/Enter a command/);
  await form.getByLabel('Command').fill('sleep 1000');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByText('2 instances will be started.')).toBeVisible();
  await expect(form.getByRole('listitem')).toHaveText(['Create /web', 'Scale /web to 2 instances']);
  await expect(form.getByLabel('What will be sent')).toContainText('"cmd": "sleep 1000"');
});

test('has no accessibility violations that axe finds in any section in either theme', async ({ page }) => {
  const form = await openForm(page);
  for (const [index, name] of SECTIONS.entries()) {
    await form.getByRole('navigation').getByRole('button').nth(index).click();
    await expect(page).toHaveURL(name === 'general' ? /scenario=small/ : new RegExp(`section=${name}`));
    if (name === 'health') await form.getByRole('button', { name: 'Add health check' }).click();
    if (name === 'volumes') await form.getByRole('button', { name: 'Add persistent volume' }).click();
    const more = form.getByText('More settings');
    if ((await more.count()) > 0) await more.click();
    await expectNoViolations(page, '[role=dialog]');
  }
});
