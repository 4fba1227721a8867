import { describe, expect, test } from 'vitest';
import { REJECT_REASONS } from '../core.ts';
import { marathon } from './ask.test-support.ts';

const APP = { id: '/a', cmd: 'sleep 1000' };

describe('/v2/deployments', () => {
  test('prints each with its steps and where it is', async () => {
    const { ask, core } = marathon();
    core.stays = true;
    const { id } = (await ask('POST', '/v2/apps', APP)).body.deployments[0];
    expect((await ask('GET', '/v2/deployments')).text).toBe(
      `[{"id":"${id}","steps":[{"actions":[{"action":"ScaleApplication","app":"/a"}]}],"version":"2016-04-26T09:00:00.001Z",` +
        '"affectedApps":["/a"],"affectedPods":[],"currentActions":[{"action":"ScaleApplication","app":"/a","readinessCheckResults":[]}],' +
        '"currentStep":1,"totalSteps":1}]',
    );
  });

  test('DELETE rolls back by a new one, or with force just stops it', async () => {
    const { ask, core } = marathon();
    core.stays = true;
    const ids = [];
    for (const id of ['/a', '/b']) ids.push((await ask('POST', '/v2/apps', { ...APP, id })).body.deployments[0].id);
    const undone = await ask('DELETE', `/v2/deployments/${ids[0]}`);
    expect([undone.status, undone.headers.get('marathon-deployment-id')]).toEqual([200, undone.body.deploymentId]);
    const stopped = await ask('DELETE', `/v2/deployments/${ids[1]}?force=true`);
    expect([stopped.status, stopped.text, stopped.headers.get('content-type')]).toEqual([202, '', null]);
  });

  test('DELETE of an unknown one is 404', async () => {
    const { status, body } = await marathon().ask('DELETE', '/v2/deployments/no-such');
    expect([status, body]).toEqual([404, { message: 'DeploymentPlan no-such does not exist', details: [] }]);
  });
});

describe('/v2/queue', () => {
  test('says why an app waits, and resets its delay', async () => {
    const { ask, core } = marathon();
    await ask('POST', '/v2/apps', { ...APP, id: '/g/a' });
    const app = core.app('/g/a');
    const summary = REJECT_REASONS.map((reason) => ({ reason, declined: 0, processed: 1 }));
    const offer = { offer: { id: 'o' }, reason: ['InsufficientCpus' as const], timestamp: 't' };
    core.queued = app
      ? [
          {
            spec: app,
            count: 2,
            since: 's',
            delay: { timeLeftSeconds: 3, overdue: false },
            processedOffersCount: 1,
            unusedOffersCount: 1,
            lastUnusedOfferAt: 't',
            rejectSummaryLastOffers: summary,
            rejectSummaryLaunchAttempt: summary,
            lastUnusedOffers: [offer],
          },
        ]
      : [];
    const [entry] = (await ask('GET', '/v2/queue')).body.queue;
    expect(entry).toMatchObject({
      count: 2,
      since: 's',
      delay: { timeLeftSeconds: 3, overdue: false },
      role: 'slave_public',
      app: { id: '/g/a' },
    });
    expect(entry.processedOffersSummary).toEqual({
      processedOffersCount: 1,
      unusedOffersCount: 1,
      lastUnusedOfferAt: 't',
      rejectSummaryLastOffers: summary,
      rejectSummaryLaunchAttempt: summary,
    });
    expect(entry.lastUnusedOffers).toEqual([offer]);
    expect((await ask('DELETE', '/v2/queue//g/a/delay')).status).toBe(204);
  });

  test('knows only what is queued', async () => {
    const { status, body } = await marathon().ask('DELETE', '/v2/queue/none/delay');
    expect([status, body]).toEqual([404, { message: 'Application /none not found in tasks queue.', details: [] }]);
  });
});
