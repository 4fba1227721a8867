import { describe, expect, it } from 'vitest';
import type { MesosTask } from '../../live/mesos-tasks.ts';
import { paths } from '../../paths.ts';
import type { OwnWrite } from '../../util/own-writes.ts';
import { losses, registrations } from './agent-feed.ts';
import { marathonFeedEvent } from './marathon-feed.ts';
import { FEED_LENGTH, mergeFeed } from './merge-feed.ts';
import { taskFeedEvents } from './task-feed.ts';
import { writeFeedEvent } from './write-feed.ts';

const TASK_ID = 'shop_web.instance-8a1b2c3d-0000-11e6-8000-000000000001._app.1';
const update = {
  eventType: 'status_update_event',
  timestamp: '2016-04-26T09:00:00.000Z',
  appId: '/shop/web',
  taskId: TASK_ID,
  taskStatus: 'TASK_FAILED',
  host: '10.0.0.1',
  message: 'Exit 1',
};
const ended = {
  id: TASK_ID,
  frameworkId: 'F1',
  agentId: 'S1',
  state: 'TASK_FAILED',
  startedAt: 1_000,
  stoppedAt: 2_000,
} as MesosTask;

describe("Marathon's events", () => {
  it('lead to the task, and say how it ended', () => {
    expect(marathonFeedEvent(update, 0)).toMatchObject({
      source: 'marathon',
      kind: 'task',
      type: 'TASK_FAILED',
      tone: 'danger',
      at: Date.parse('2016-04-26T09:00:00Z'),
      subject: TASK_ID,
      to: paths.marathon.task('/shop/web', TASK_ID),
      host: '10.0.0.1',
      message: 'Exit 1',
    });
  });

  it('name the applications of a deployment and lead to the deployments when there are several', () => {
    const plan = { steps: [{ actions: [{ app: '/a' }, { app: '/b' }] }] };
    expect(marathonFeedEvent({ eventType: 'deployment_success', id: 'd1', plan }, 7)).toMatchObject({
      kind: 'deployment-succeeded',
      at: 7,
      subject: '/a, /b',
      to: paths.marathon.deployments(),
    });
  });

  it('are shown by their own name when it is one we do not know, and left out when they repeat others', () => {
    expect(marathonFeedEvent({ eventType: 'scheduler_registered_event' }, 0)).toMatchObject({
      kind: 'other',
      type: 'scheduler_registered_event',
    });
    expect(marathonFeedEvent({ eventType: 'instance_changed_event' }, 0)).toBeUndefined();
    expect(marathonFeedEvent({ eventType: 'event_stream_attached' }, 0)).toBeUndefined();
    expect(marathonFeedEvent('nonsense', 0)).toBeUndefined();
  });
});

describe('tasks', () => {
  it('tell of their start and of their end', () => {
    const events = taskFeedEvents([ended], () => '10.0.0.1');
    expect(events.map(({ type, at, tone }) => [type, at, tone])).toEqual([
      ['TASK_RUNNING', 1_000, 'ok'],
      ['TASK_FAILED', 2_000, 'danger'],
    ]);
  });

  it('of other frameworks lead to their page in Mesos', () => {
    expect(taskFeedEvents([{ ...ended, id: 'ct:1:0:nightly:' }], () => undefined)[0]?.to).toBe(
      '/mesos/frameworks/F1/tasks/ct%3A1%3A0%3Anightly%3A',
    );
  });
});

describe('agents', () => {
  const node = (id: string, active = true) => ({ id, hostname: `host-${id}`, active, registeredAt: 5 });

  it('registered when the master says so', () => {
    expect(registrations([node('S1')])).toMatchObject([{ kind: 'agent-registered', at: 5, subject: 'host-S1', to: paths.node('S1') }]);
  });

  it('are lost when they are gone, or there and silent', () => {
    const before = [node('S1'), node('S2'), node('S3')];
    expect(losses(before, [node('S1'), node('S2', false)], 9).map(({ subject, at }) => [subject, at])).toEqual([
      ['host-S2', 9],
      ['host-S3', 9],
    ]);
  });
});

describe('what this browser changed', () => {
  const write = (method: string, path: string, subject?: string, refusal?: string): OwnWrite => ({
    number: 1,
    at: 0,
    method,
    path,
    subject,
    refusal,
  });

  it.each([
    ['POST', '/service/marathon/v2/apps?force=false', '/redis', '/redis', paths.marathon.app('/redis')],
    ['PUT', '/service/marathon/v2/apps/shop/web?force=true', undefined, '/shop/web', paths.marathon.app('/shop/web')],
    ['POST', '/service/marathon/v2/apps/shop/web/restart?force=false', undefined, '/shop/web', paths.marathon.app('/shop/web')],
    ['DELETE', '/service/marathon/v2/groups/shop', undefined, '/shop', paths.marathon.group('/shop')],
    ['PUT', '/service/chronos/v1/scheduler/job/nightly', undefined, 'nightly', '/service/chronos/jobs/nightly'],
    ['DELETE', '/service/marathon/v2/deployments/d1?force=true', undefined, 'd1', paths.marathon.deployments()],
  ])('%s %s leads to what it changed', (method, path, subject, shown, to) => {
    expect(writeFeedEvent(write(method, path, subject))).toMatchObject({ source: 'you', tone: 'info', subject: shown, to });
  });

  it('tells why it was refused', () => {
    expect(writeFeedEvent(write('POST', '/machines/v1/halt', 'a1', 'a1 is halted already.'))).toMatchObject({
      tone: 'danger',
      subject: 'a1',
      message: 'POST /machines/v1/halt: a1 is halted already.',
    });
  });
});

describe('the feed', () => {
  it('has an event once, as the first of its sources tells it, the newest event first', () => {
    const live = marathonFeedEvent(update, 0);
    const feed = mergeFeed([live === undefined ? [] : [live], taskFeedEvents([ended], () => undefined)]);
    expect(feed.map(({ source, type }) => [source, type])).toEqual([
      ['marathon', 'TASK_FAILED'],
      ['mesos', 'TASK_RUNNING'],
    ]);
  });

  it('is bounded', () => {
    const tasks = Array.from({ length: 3_000 }, (_, index) => ({ ...ended, id: `t${index}`, startedAt: index }));
    expect(mergeFeed([taskFeedEvents(tasks, () => undefined)])).toHaveLength(FEED_LENGTH);
  });
});
