import { expect, test } from 'vitest';
import { text } from '../../api/http/fetch.ts';
import { bootIsReady, createBootHttp } from './http.ts';
import type { BootFacts } from './install-manifest.ts';

const facts: BootFacts = {
  clusterName: 'dcos-local',
  machines: [
    { name: 'm1', ip: '192.168.65.90', type: 'master' },
    { name: 'a1', ip: '192.168.65.111', type: 'agent-private' },
    { name: 'boot', ip: '192.168.65.50', type: 'boot' },
  ],
};
const boot = createBootHttp(() => facts);
const get = (path: string) => boot(new Request(`http://boot${path}`));

test('the boot machine lets others install themselves, and tells a late agent whom to join', async () => {
  expect(await bootIsReady(boot)).toBe(true);
  expect(await (await get('/dcos_install/slave.json')).json()).toEqual({
    role: 'slave',
    cluster: 'dcos-local',
    masters: ['192.168.65.90'],
    zookeeper: 'zk://192.168.65.90:2181/mesos',
  });
  const missing = await get('/dcos_install/boot.json');
  expect([missing.status, await missing.text()]).toEqual([404, expect.stringContaining('/dcos_install/slave_public.json')]);
});

test('its configuration has the machines by their roles, as genconf takes it', async () => {
  expect(await (await get('/genconf/config.yaml')).text()).toBe(
    [
      'bootstrap_url: http://192.168.65.50',
      'cluster_name: "dcos-local"',
      'exhibitor_storage_backend: static',
      'master_discovery: static',
      'master_list:',
      '- 192.168.65.90',
      'agent_list:',
      '- 192.168.65.111',
      'public_agent_list: []',
      '',
    ].join('\n'),
  );
});

test('one that does not run answers nobody, and one without masters installs nothing', async () => {
  const stopped = createBootHttp(() => undefined);
  expect([(await stopped(new Request('http://boot/ready'))).status, await bootIsReady(stopped)]).toEqual([503, false]);
  expect(await bootIsReady(createBootHttp(() => ({ ...facts, machines: [] })))).toBe(false);
});

test('another server that answers for it is not taken for the boot machine', async () => {
  expect(await bootIsReady(() => Promise.resolve(text('<html>ok</html>')))).toBe(false);
  expect(await bootIsReady(() => Promise.resolve(text('ok', 302)))).toBe(false);
});
