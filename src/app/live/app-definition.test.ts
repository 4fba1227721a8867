import { describe, expect, it } from 'vitest';
import { editableDocument } from './app-definition.ts';

describe('what can be edited of an app', () => {
  it('is neither its state nor what is unset or said twice', () => {
    const printed = {
      id: '/web',
      cmd: 'run',
      args: null,
      uris: ['http://host/a'],
      fetch: [{ uri: 'http://host/a' }],
      ports: [10_000],
      portDefinitions: [{ port: 10_000, protocol: 'tcp' }],
      container: { type: 'DOCKER', docker: { image: 'web', network: null, portMappings: null } },
      version: '2016-04-26T09:00:00.000Z',
      versionInfo: { lastScalingAt: '2016-04-26T09:00:00.000Z' },
      tasks: [],
      tasksRunning: 2,
      deployments: [],
      unknown: 1,
    };
    expect(editableDocument(printed)).toEqual({
      id: '/web',
      cmd: 'run',
      fetch: [{ uri: 'http://host/a' }],
      portDefinitions: [{ port: 10_000, protocol: 'tcp' }],
      container: { type: 'DOCKER', docker: { image: 'web' } },
      unknown: 1,
    });
  });

  it('keeps an older spelling that stands alone', () => {
    expect(editableDocument({ id: '/a', uris: ['b'], ports: [1] })).toEqual({ id: '/a', uris: ['b'], ports: [1] });
  });
});
