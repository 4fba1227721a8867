import { describe, expect, it } from 'vitest';
import { uiConfigSchema } from '../api/dcos/cluster-metadata.ts';
import { recordingRouter } from './testing/recording-router.ts';

const router = () => recordingRouter({ readOnly: true, auth: { enabled: false } });
const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

describe('a router that only shows', () => {
  it.each([
    ['PUT', '/service/marathon/v2/apps/redis'],
    ['POST', '/service/chronos/v1/scheduler/iso8601'],
    ['DELETE', '/marathon/v2/deployments/d1'],
    ['POST', '/mesos/master/teardown'],
    ['POST', '/machines/v1/halt'],
    ['GET', '/exhibitor/exhibitor/v1/cluster/restart/m1'],
    ['GET', '/exhibitor/exhibitor/v1/cluster/set/restarts/false'],
    ['GET', '/exhibitor/exhibitor/v1/cluster/status/../stop'],
  ])('refuses %s %s and says why', async (method, path) => {
    const { ask, seen } = router();
    const answer = await ask(path, { method });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('--read-only');
    expect(seen).toEqual([]);
  });

  it('passes on what is only read, and what asks by POST with its body', async () => {
    const { ask, seen } = router();
    expect((await ask('/service/marathon/v2/apps')).status).toBe(200);
    expect((await ask('/exhibitor/exhibitor/v1/cluster/status')).status).toBe(200);
    expect((await ask('/exhibitor/exhibitor/v1/explorer/node?key=/mesos')).status).toBe(200);
    expect((await ask('/mesos/api/v1', post({ type: 'GET_AGENTS' }))).status).toBe(200);
    expect((await ask('/agent/S0/api/v1', post({ type: 'READ_FILE', read_file: { path: '/x' } }))).status).toBe(200);
    expect(await seen.at(-1)?.request.text()).toContain('READ_FILE');
    expect((await ask('/machines/v1/machines?dryRun=true', post({ name: 'a2' }))).status).toBe(200);
  });

  it.each([[{ type: 'DRAIN_AGENT' }], [{ type: 'TEARDOWN' }], [{}], ['nonsense']])('refuses the call %j', async (call) => {
    expect((await router().ask('/mesos/api/v1', post(call))).status).toBe(403);
  });

  it('tells the dashboard so', async () => {
    const config = uiConfigSchema.parse(await (await router().ask('/dcos-metadata/ui-config.json')).json());
    expect(config.uiConfiguration.readOnly).toBe(true);
  });
});
