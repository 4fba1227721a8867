import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../testing/free-port.ts';
import { fourLetters } from '../four-letters.ts';

/** Where Debian's packages `zookeeper` and `libzookeeper-java` have it; its manifest names the other jars. */
const JAR = '/usr/share/java/zookeeper.jar';
const JAVA = '/usr/bin/java';

/** Whether a real ZooKeeper can be started on this machine; without one, tests that need it are skipped. */
export const hasZooKeeper = existsSync(JAR) && existsSync(JAVA);

export interface ZooKeeperServer {
  port: number;
  /** `127.0.0.1:port`. */
  address: string;
  /** Kills it; `start` brings it back with its data. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** For good: its data is removed. */
  stop(): Promise<void>;
}

/** A real ZooKeeper of its own on a loopback port, with its data in a temporary directory. Resolves when it serves. */
export async function startZooKeeper(): Promise<ZooKeeperServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'zookeeper-'));
  const port = await freePort();
  const config = path.join(directory, 'zoo.cfg');
  const settings = {
    dataDir: path.join(directory, 'data'),
    clientPort: port,
    clientPortAddress: '127.0.0.1',
    tickTime: 200,
    minSessionTimeout: 1_000,
    'admin.enableServer': false,
    '4lw.commands.whitelist': '*',
  };
  writeFileSync(
    config,
    Object.entries(settings)
      .map(([key, value]) => `${key}=${value}\n`)
      .join(''),
  );
  let process: ChildProcess | undefined;
  const server: ZooKeeperServer = {
    port,
    address: `127.0.0.1:${port}`,
    async start() {
      const main = 'org.apache.zookeeper.server.quorum.QuorumPeerMain';
      process = spawn(JAVA, ['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', JAR, main, config], { stdio: 'ignore', cwd: directory });
      await serving(port, process);
    },
    async kill() {
      if (!process || process.exitCode !== null || process.signalCode !== null) return;
      const gone = once(process, 'exit');
      process.kill('SIGKILL');
      await gone;
    },
    async stop() {
      await server.kill();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

async function serving(port: number, child: ChildProcess): Promise<void> {
  while ((await fourLetters({ host: '127.0.0.1', port }, 'ruok').catch(() => '')) !== 'imok') {
    if (child.exitCode !== null) throw new Error(`ZooKeeper ended with ${child.exitCode} instead of serving at port ${port}.`);
    await pause(50);
  }
}
