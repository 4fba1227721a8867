import { describe, expect, it } from 'vitest';
import { applyRunFlags, parseBytes, type ContainerDraft } from './run-flags.ts';

const apply = (...parameters: [key: string, value: string][]): ContainerDraft => {
  const draft: ContainerDraft = {
    Env: [],
    Labels: {},
    HostConfig: { Binds: [], NetworkMode: 'bridge' },
    NetworkingConfig: { EndpointsConfig: {} },
  };
  applyRunFlags(
    draft,
    parameters.map(([key, value]) => ({ key, value })),
  );
  return draft;
};

describe('flags of docker run', () => {
  it('go where the API wants them', () => {
    const draft = apply(
      ['env', 'A=1=2'],
      ['e', 'B'],
      ['label', 'tier=front'],
      ['hostname', 'box'],
      ['--user', 'redis:redis'],
      ['volume', '/data:/data:ro'],
      ['workdir', '/data'],
      ['cap-add', 'NET_ADMIN'],
      ['cap-drop', 'ALL'],
      ['cap-drop', 'MKNOD'],
      ['memory', '64m'],
      ['cpus', '1.5'],
      ['entrypoint', '/bin/sh'],
      ['network-alias', 'db'],
      ['ulimit', 'nofile=1024:2048'],
      ['add-host', 'db:10.0.0.1'],
      ['log-driver', 'local'],
      ['log-opt', 'max-size=1m'],
      ['sysctl', 'net.core.somaxconn=512'],
      ['tmpfs', '/run:size=1m'],
      ['privileged', ''],
    );
    expect(draft).toMatchObject({
      Env: ['A=1=2', 'B'],
      Labels: { tier: 'front' },
      Hostname: 'box',
      User: 'redis:redis',
      WorkingDir: '/data',
      Entrypoint: ['/bin/sh'],
      NetworkingConfig: { EndpointsConfig: { bridge: { Aliases: ['db'] } } },
      HostConfig: {
        Binds: ['/data:/data:ro'],
        CapAdd: ['NET_ADMIN'],
        CapDrop: ['ALL', 'MKNOD'],
        Memory: 64 * 1024 * 1024,
        NanoCpus: 1_500_000_000,
        Ulimits: [{ Name: 'nofile', Soft: 1024, Hard: 2048 }],
        ExtraHosts: ['db:10.0.0.1'],
        LogConfig: { Type: 'local', Config: { 'max-size': '1m' } },
        Sysctls: { 'net.core.somaxconn': '512' },
        Tmpfs: { '/run': 'size=1m' },
        Privileged: true,
      },
    });
  });

  it.each<[string, string, RegExp]>([
    ['rm', 'true', /'rm' is not supported; remove it/],
    ['constructor', '', /'constructor' is not supported/],
    ['memory', 'much', /'memory' is wrong: much is not a size/],
    ['cpus', '', /'cpus' is wrong: {2}is not a number/],
    ['privileged', 'maybe', /'privileged' is wrong: maybe is neither true nor false/],
  ])('%s=%s is refused by name', (key, value, message) => {
    expect(() => apply([key, value])).toThrow(message);
  });
});

it.each([
  ['1024', 1024],
  ['64m', 67_108_864],
  ['1.5G', 1_610_612_736],
  ['2kb', 2048],
])('%s is a size', (text, bytes) => {
  expect(parseBytes(text)).toBe(bytes);
});
