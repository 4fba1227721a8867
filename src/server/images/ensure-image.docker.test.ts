import { describe, expect, it } from 'vitest';
import { createLog, silentLog, type LogRecord } from '../../cluster/kernel/log.ts';
import { testEngine } from '../engine/testing/test-engine.ts';
import { installedVersion } from '../system/packages.ts';
import { ensureImage } from './ensure-image.ts';

const found = await testEngine();
if ('reason' in found) console.warn(`Tests with real images are left out: ${found.reason}.`);

describe.skipIf('reason' in found)('with a real engine', () => {
  if ('reason' in found) return;
  const { docker } = found.engine;

  it('has redis in the end, takes it as it is the next time, and it answers clients from other addresses', async () => {
    const first = await ensureImage(docker, 'redis', { log: silentLog, mayInstall: false });
    const again = await ensureImage(docker, 'redis', { log: silentLog, mayInstall: false });
    expect(again).toEqual({ ...first, origin: 'present' });
    const container = await docker.createContainer({ Image: 'redis', Entrypoint: ['/bin/sh'], Cmd: ['-c', 'redis-server'] });
    try {
      await container.start();
      const { Networks } = (await container.inspect()).NetworkSettings;
      const ping = await docker.createContainer({ Image: 'redis', Cmd: ['redis-cli', '-h', Networks.bridge?.IPAddress ?? '', 'ping'] });
      await ping.start();
      await ping.wait();
      const output = await ping.logs({ stdout: true, stderr: true });
      await ping.remove();
      expect(output.toString('utf8').slice(8)).toBe('PONG\n');
    } finally {
      await container.remove({ force: true, v: true });
    }
  });

  it('says from what it built an image', async () => {
    const records: LogRecord[] = [];
    const log = createLog((record) => records.push(record));
    const image = await ensureImage(docker, 'busybox', { log, mayInstall: false });
    const labels = (await docker.getImage('busybox').inspect()).Config.Labels as Record<string, string> | null;
    if (image.from !== undefined) expect(image.from).toBe(`debian:busybox-static ${await installedVersion('busybox-static')}`);
    if (image.origin === 'built') expect(records.at(-1)?.message).toContain(image.from);
    expect(labels?.['dcos.built-from']).toBe(image.from);
  });

  it('never makes up an image that it does not know', async () => {
    await expect(ensureImage(docker, '127.0.0.1:9/no/such', { log: silentLog, mayInstall: true })).rejects.toThrow(
      /could not be pulled.*docker load/,
    );
    await expect(ensureImage(docker, '127.0.0.1:9/redis', { log: silentLog, mayInstall: true })).rejects.toThrow(/could not be pulled/);
  });
});
