import { describe, expect, it } from 'vitest';
import { readScheduledJob } from '../../api/chronos/job-body.ts';
import type { Offer } from '../../api/mesos/scheduler.ts';
import { newRun } from './run-rules.ts';
import { runTask } from './run-task.ts';
import type { JobRecord } from './state.ts';
import { timingOf } from './timing.ts';

const NOW = Date.UTC(2016, 3, 26, 9);
const OFFER = { agent_id: { value: 'S0' }, hostname: 'a1', allocation_info: { role: '*' } } as Offer;

function taskOf(more: object, args = '') {
  const read = readScheduledJob({ name: 'backup', command: 'backup.sh', schedule: 'R//PT1H', cpus: 0.5, mem: 48, disk: 8, ...more });
  if ('problem' in read) throw new Error(read.problem.message);
  const job: JobRecord = { settings: read.settings, counters: read.counters, trigger: timingOf(read.schedule, '', NOW) };
  return runTask({ job, run: newRun(job, { dueAt: NOW, now: NOW, last: false, args, others: [] }) }, OFFER);
}

describe('the command of a run', () => {
  it('is the line of a shell, with arguments at its end', () => {
    expect(taskOf({ arguments: ['one'] }, 'two').command).toMatchObject({ shell: true, value: 'backup.sh one two', user: 'root' });
  });

  it('is a program with arguments of its own without a shell', () => {
    expect(taskOf({ shell: false, arguments: ['one', 'two words'] }, '3').command).toMatchObject({
      shell: false,
      value: 'backup.sh',
      arguments: ['one', 'two words', '3'],
    });
  });

  it('fetches what either spelling names', () => {
    expect(taskOf({ uris: ['http://m1/a.tgz'] }).command?.uris).toEqual([
      { value: 'http://m1/a.tgz', extract: true, executable: false, cache: false },
    ]);
    expect(taskOf({ fetch: [{ uri: 'file:///b', executable: true, output_file: 'c' }] }).command?.uris).toEqual([
      { value: 'file:///b', extract: true, executable: true, cache: false, output_file: 'c' },
    ]);
  });

  it('finds its own variables, but Chronos says who it is', () => {
    const variables = Object.fromEntries(
      taskOf({
        owner: 'me@example.com',
        environmentVariables: [
          { name: 'MINE', value: 'a b' },
          { name: 'CHRONOS_JOB_NAME', value: 'not taken' },
        ],
      }).command?.environment?.variables.map(({ name, value }) => [name, value]) ?? [],
    );
    expect(variables).toEqual({
      MINE: 'a b',
      mesos_task_id: `ct:${NOW}:0:backup:`,
      MESOS_TASK_ID: `ct:${NOW}:0:backup:`,
      CHRONOS_JOB_OWNER: 'me@example.com',
      CHRONOS_JOB_NAME: 'backup',
      HOST: 'a1',
      CHRONOS_RESOURCE_MEM: '48.0',
      CHRONOS_RESOURCE_CPU: '0.5',
      CHRONOS_RESOURCE_DISK: '8.0',
      CHRONOS_JOB_RUN_TIME: String(NOW),
      CHRONOS_JOB_RUN_ATTEMPT: '0',
    });
  });
});

it('is named and sized as the job says', () => {
  const { name, resources } = taskOf({});
  expect(name).toBe('ChronosTask:backup');
  expect(Object.fromEntries(resources.map((resource) => [resource.name, resource.scalar?.value]))).toEqual({ cpus: 0.5, mem: 48, disk: 8 });
});

describe('the container of a run', () => {
  it('is a Docker container with its network, volumes and parameters', () => {
    const container = {
      image: 'busybox',
      network: 'BRIDGE',
      volumes: [{ hostPath: '/tmp', containerPath: '/host-tmp', mode: 'RO' }],
      parameters: [{ key: 'label', value: 'a=b' }],
      forcePullImage: true,
    };
    expect(taskOf({ container }).container).toEqual({
      type: 'DOCKER',
      docker: {
        image: 'busybox',
        network: 'BRIDGE',
        privileged: false,
        force_pull_image: true,
        parameters: [{ key: 'label', value: 'a=b' }],
      },
      volumes: [{ container_path: '/host-tmp', host_path: '/tmp', mode: 'RO' }],
    });
  });

  it('is one of Mesos with a Docker image where that is wished, and none without an image', () => {
    expect(taskOf({ container: { type: 'MESOS', image: 'busybox' } }).container).toEqual({
      type: 'MESOS',
      mesos: { image: { type: 'DOCKER', docker: { name: 'busybox' } } },
    });
    expect(taskOf({ container: { type: 'DOCKER' } }).container).toBeUndefined();
  });
});
