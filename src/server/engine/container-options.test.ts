import { expect, it } from 'vitest';
import type { DockerInfo } from '../../api/mesos/task.ts';
import type { ContainerSpec } from '../../cluster/executor/containerizer.ts';
import { containerSpec } from '../executors/testing/container-spec.ts';
import { containerOptions, holderOptions } from './container-options.ts';
import type { ContainerDraft } from './run-flags.ts';

const build = (docker: Partial<DockerInfo> = {}, more: Partial<ContainerSpec> = {}, publicAddress?: string): ContainerDraft =>
  containerOptions(
    containerSpec('/work/runs', {
      containerId: 'c1',
      sandbox: '/work/runs/box',
      machine: { name: 'a1', ip: '192.168.65.111', address: '127.0.65.111' },
      ...more,
    }),
    { image: 'redis', ...docker },
    { cluster: 'here', ...(publicAddress !== undefined && { publicAddress }) },
  );

it('a shell command takes the place of the entrypoint; arguments are given to it', () => {
  expect(build({}, { command: { value: 'redis-server' } })).toMatchObject({ Entrypoint: ['/bin/sh'], Cmd: ['-c', 'redis-server'] });
  const byArguments = build({}, { command: { shell: false, arguments: ['redis-server', '--port', '7'] } });
  expect(byArguments.Cmd).toEqual(['redis-server', '--port', '7']);
  expect(byArguments.Entrypoint).toBeUndefined();
  expect(build().Cmd).toBeUndefined();
});

it('of a group the one that holds the network has its ports, and the others name that one', () => {
  const spec = containerSpec('/runs', {
    sharedNetwork: { id: 'g', network: 'BRIDGE', port_mappings: [{ container_port: 80, host_port: 31_000 }] },
  });
  const { ExposedPorts, HostConfig } = containerOptions(spec, { image: 'redis' }, { cluster: 'here' });
  expect([ExposedPorts, HostConfig.NetworkMode, HostConfig.PortBindings]).toEqual([{}, 'container:mesos-g', {}]);
  expect(spec.sharedNetwork && holderOptions(spec, spec.sharedNetwork, 'pause', { cluster: 'here' })).toMatchObject({
    name: 'mesos-g',
    Image: 'pause',
    HostConfig: { NetworkMode: 'bridge', PortBindings: { '80/tcp': [{ HostIp: '127.0.0.1', HostPort: '31000' }] } },
  });
});

it('networks: the host by default; named ones need a name', () => {
  expect(build().HostConfig.NetworkMode).toBe('host');
  expect(build({ network: 'BRIDGE' }).HostConfig.NetworkMode).toBe('bridge');
  expect(build({ network: 'NONE' }).HostConfig.NetworkMode).toBe('none');
  expect(build({ network: 'USER', parameters: [{ key: 'net', value: 'back' }] }).HostConfig.NetworkMode).toBe('back');
  expect(() => build({ network: 'USER' })).toThrow(/needs its name/);
});

it('ports are published on the address of the machine, or the public one if there is one', () => {
  const docker: Partial<DockerInfo> = {
    network: 'BRIDGE',
    port_mappings: [
      { container_port: 6379, host_port: 31_000 },
      { container_port: 53, host_port: 31_001, protocol: 'udp' },
    ],
  };
  expect(build(docker)).toMatchObject({
    ExposedPorts: { '6379/tcp': {}, '53/udp': {} },
    HostConfig: {
      PortBindings: {
        '6379/tcp': [{ HostIp: '127.0.65.111', HostPort: '31000' }],
        '53/udp': [{ HostIp: '127.0.65.111', HostPort: '31001' }],
      },
    },
  });
  expect(build(docker, {}, '10.1.1.1').HostConfig.PortBindings).toMatchObject({ '6379/tcp': [{ HostIp: '10.1.1.1' }] });
});

it('the sandbox is mounted, and relative volumes are below it', () => {
  const draft = build(
    {},
    {
      volumes: [
        { container_path: '/data', host_path: '/srv/data', mode: 'RO' },
        { container_path: 'cache', host_path: 'cache', mode: 'RW' },
        { container_path: '/scratch', mode: 'RW' },
      ],
    },
  );
  expect(draft.HostConfig.Mounts).toEqual([{ Type: 'bind', Source: '/work/runs/box', Target: '/mnt/mesos/sandbox' }]);
  expect(draft.HostConfig.Binds).toEqual(['/srv/data:/data:ro', '/work/runs/box/cache:/mnt/mesos/sandbox/cache:rw']);
  expect(draft.Volumes).toEqual({ '/scratch': {} });
});

it('limits follow the resources; the least memory is that of Mesos, and a parameter of the user wins', () => {
  const resources = { cpus: 0.5, mem: 16, disk: 0, gpus: 0 };
  expect(build({}, { resources }).HostConfig).toMatchObject({ CpuShares: 512, Memory: 32 * 1024 * 1024 });
  expect(build({ parameters: [{ key: 'memory', value: '1g' }] }, { resources }).HostConfig.Memory).toBe(1024 ** 3);
});

it('the environment says where the sandbox is inside', () => {
  const { Env } = build({ parameters: [{ key: 'env', value: 'X=1' }] }, { environment: { A: 'b c', MESOS_SANDBOX: '/outside' } });
  expect(Env).toEqual(['A=b c', 'MESOS_SANDBOX=/mnt/mesos/sandbox', 'MESOS_CONTAINER_NAME=mesos-c1', 'X=1']);
});
