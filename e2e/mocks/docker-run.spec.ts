import { expect, test } from '@playwright/test';
import { appDefinition } from '../support/app-definition.ts';

test('fills in the form from a docker run command, and tells what it leaves out', async ({ page }) => {
  await page.goto('/marathon/group/shop/create?scenario=demo');
  const form = page.getByRole('dialog', { name: 'New Application' });
  await expect(page.getByText('Marathon live')).toBeVisible();
  await form.getByRole('button', { name: 'Fill in from a docker run command' }).click();
  const command = form.getByLabel('docker run command', { exact: true });
  await command.fill('docker run "redis');
  await form.getByRole('button', { name: 'Fill in the form' }).click();
  await expect(command).toHaveAccessibleDescription(/This is no docker run command/);
  await command.fill(
    'docker run -d --restart always --name cache -p 16379:6379 -v /srv:/data:ro -e MODE=fast -m 64m --cpus 0.1 redis redis-server',
  );
  await form.getByRole('button', { name: 'Fill in the form' }).click();
  await expect(form.getByText('Filled in from docker run of redis.')).toBeVisible();
  await expect(form.getByText('--restart always')).toBeVisible();
  await expect(form.getByLabel('ID')).toHaveValue('/shop/cache');
  await expect(form.getByLabel('Memory (MiB)')).toHaveValue('64');
  await form.getByRole('button', { name: 'Docker Container' }).click();
  await expect(form.getByRole('textbox', { name: 'Image' })).toHaveValue('redis');
  await expect(form.getByLabel('Network')).toHaveValue('bridge');
  await form.getByRole('button', { name: 'Ports & Service Discovery' }).click();
  await expect(form.getByLabel('Container Port')).toHaveValue('6379');
  await form.getByRole('button', { name: 'Volumes' }).click();
  await expect(form.getByLabel('Host Path')).toHaveValue('/srv');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form).toBeHidden();
  expect(await appDefinition(page, '/shop/cache')).toMatchObject({
    args: ['redis-server'],
    env: { MODE: 'fast' },
    container: {
      docker: { image: 'redis' },
      portMappings: [{ containerPort: 6379, hostPort: 16379 }],
      volumes: [{ hostPath: '/srv', mode: 'RO' }],
    },
  });
});

test('takes a whole command that is pasted into Image', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/marathon/create?scenario=small&section=docker');
  const form = page.getByRole('dialog', { name: 'New Application' });
  const image = form.getByRole('textbox', { name: 'Image' });
  await image.focus();
  await page.evaluate(() => navigator.clipboard.writeText('docker run -p 80:80 nginx:1.27'));
  await page.keyboard.press('Control+V');
  await expect(image).toHaveValue('nginx:1.27');
  await expect(form.getByLabel('Network')).toHaveValue('bridge');
  await page.evaluate(() => navigator.clipboard.writeText('httpd'));
  await image.fill('');
  await image.focus();
  await page.keyboard.press('Control+V');
  await expect(image).toHaveValue('httpd');
});
