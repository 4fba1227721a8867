import { appDefinition } from '../support/app-definition.ts';
import { expect, type LocalServer, openWithToken, test } from '../support/local-server.ts';

/** The ids of the running tasks of an app, as programs ask for them. */
async function taskIds(server: LocalServer, id: string): Promise<string[]> {
  const answer = await fetch(`${server.origin()}/service/marathon/v2/apps${id}/tasks`, {
    headers: { authorization: `token=${server.token}`, accept: 'application/json' },
  });
  const { tasks } = (await answer.json()) as { tasks: { id: string; state: string }[] };
  return tasks.filter(({ state }) => state === 'TASK_RUNNING').map((task) => task.id);
}

const SLEEPER = '{"id": "/edited/sleeper", "cmd": "sleep 1000", "cpus": 0.05, "mem": 32, "env": {"COLOUR": "blue"}, "user": "root"}';

test('an app is made of JSON, changed by what the review shows, and a key is really taken out', async ({ page, server }) => {
  await openWithToken(page, server, '/marathon/create?mode=json');
  const editor = page.getByRole('textbox', { name: 'Application as JSON' });
  await editor.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(SLEEPER);
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: 'Create Application' }).click();
  await expect(form).toBeHidden();
  await expect.poll(() => taskIds(server, '/edited/sleeper'), { timeout: 30_000 }).toHaveLength(1);
  const [before] = await taskIds(server, '/edited/sleeper');

  await page.goto(`${server.origin()}/marathon/apps/edited%2Fsleeper/edit`);
  await form.getByLabel('Instances').fill('2');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByRole('listitem')).toHaveText(['Scale /edited/sleeper to 2 instances']);
  await form.getByRole('button', { name: 'Change and deploy configuration' }).click();
  await expect.poll(() => taskIds(server, '/edited/sleeper'), { timeout: 30_000 }).toHaveLength(2);
  expect(await taskIds(server, '/edited/sleeper')).toContain(before);

  await page.goto(`${server.origin()}/marathon/apps/edited%2Fsleeper/edit?section=optional`);
  await form.getByLabel('User').fill('');
  await form.getByRole('button', { name: 'Review' }).click();
  await expect(form.getByText('Restarts: all 2 instances are replaced.')).toBeVisible();
  await expect(form.getByRole('listitem')).toHaveText(['Restart /edited/sleeper, 2 instances']);
  await form.getByRole('button', { name: 'Change and deploy configuration' }).click();
  await expect(form).toBeHidden();
  await expect.poll(() => taskIds(server, '/edited/sleeper'), { timeout: 60_000 }).not.toContain(before);
  const definition = await appDefinition(page, '/edited/sleeper');
  expect(definition).toMatchObject({ cmd: 'sleep 1000', env: { COLOUR: 'blue' }, instances: 2 });
  expect(definition).not.toHaveProperty('user');
});
