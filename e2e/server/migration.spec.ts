import { elsewhere } from '../support/marathon-list.ts';
import { expect, openWithToken, test } from '../support/local-server.ts';

/** A framework with a plan that waits for a decision, in a dozen lines: not ready until it is told to go on. */
const PLAN = `
let status = 'Waiting';
require('node:http').createServer((request, answer) => {
  if (request.method === 'POST' && request.url === '/v1/plan/continue') status = 'Complete';
  answer.writeHead(status === 'Waiting' ? 503 : 200, { 'content-type': 'application/json' }).end(JSON.stringify({ status }));
}).listen(process.env.PORT0);`;

test('a migration that waits for a decision goes on when told to', async ({ page, server }) => {
  await openWithToken(page, server, '/marathon/apps');
  await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
  await elsewhere(page, 'POST', '/apps', {
    id: '/migrating',
    args: [process.execPath, '-e', PLAN],
    cpus: 0.1,
    mem: 128,
    portDefinitions: [{ port: 0, name: 'api' }],
    upgradeStrategy: { minimumHealthCapacity: 0, maximumOverCapacity: 0 },
    labels: {
      DCOS_MIGRATION_API_VERSION: 'v1',
      DCOS_MIGRATION_API_PATH: '/v1/plan',
      DCOS_PACKAGE_FRAMEWORK_NAME: 'migrating',
      DCOS_SERVICE_NAME: 'migrating',
      DCOS_SERVICE_PORT_INDEX: '0',
      DCOS_SERVICE_SCHEME: 'http',
    },
    readinessChecks: [
      { name: 'plan', path: '/v1/plan', portName: 'api', intervalSeconds: 2, timeoutSeconds: 1, preserveLastResponse: true },
    ],
  });
  await page.goto(`${server.origin()}/marathon/deployments`);
  const card = page.getByRole('article', { name: '/migrating' });
  await expect(card.getByText('The migration of /migrating waits for your decision')).toBeVisible({ timeout: 30_000 });
  await expect(card.getByText(/POST \/service\/migrating\/v1\/plan\/continue/)).toBeVisible();
  await card.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('/migrating goes on with its migration')).toBeVisible();
  await expect(card).toBeHidden({ timeout: 30_000 });
  await elsewhere(page, 'DELETE', '/apps/migrating?force=true');
});
