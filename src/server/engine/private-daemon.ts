import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realClock } from '../../cluster/kernel/clock.ts';
import { isAlive, type ProcessIdentity } from '../executors/process-group.ts';
import { processStartTime } from '../executors/process-table.ts';
import { probeSocket } from './engine-probe.ts';

const UP_WITHIN_MS = 30_000;
const DOWN_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 25;
/** A Unix socket's path has at most 107 bytes, and dockerd puts sockets up to 40 bytes deeper than its run directory. */
const LONGEST_RUN_DIRECTORY = 64;

const clock = realClock();
const pause = (ms: number): Promise<void> => new Promise((resolve) => clock.after(ms, resolve));

/** Where a private dockerd keeps its things, all below the state directory (sockets elsewhere if that is too deep for them). */
export interface DaemonPlaces {
  data: string;
  run: string;
  socket: string;
  log: string;
  configuration: string;
  /** Who it is: pid and start time. */
  record: string;
  /** Tells it from others of this machine. */
  hash: string;
}

export function daemonPlaces(stateDirectory: string): DaemonPlaces {
  const base = join(stateDirectory, 'engine');
  const near = join(base, 'run');
  const hash = createHash('sha256').update(stateDirectory).digest('hex').slice(0, 12);
  const run = near.length <= LONGEST_RUN_DIRECTORY ? near : join(tmpdir(), `container-engine-${hash}`);
  return {
    data: join(base, 'data'),
    run,
    socket: join(run, 'docker.sock'),
    log: join(base, 'dockerd.log'),
    configuration: join(base, 'daemon.json'),
    record: join(base, 'dockerd.json'),
    hash,
  };
}

/** The dockerd that was started here earlier and still runs: by us, or by a server that was killed. */
export async function runningDaemon(places: DaemonPlaces): Promise<ProcessIdentity | undefined> {
  const text = await readFile(places.record, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const identity = JSON.parse(text) as ProcessIdentity;
  return (await isAlive(identity)) ? identity : undefined;
}

/**
 * Containers go on when the daemon stops (`live-restore`), so that tasks can be kept over a restart of the server.
 * The configuration is our own: the system's may name other sockets and directories, which dockerd takes for a contradiction.
 */
const CONFIGURATION = { 'live-restore': true, 'log-driver': 'json-file', 'log-opts': { 'max-size': '50m', 'max-file': '2' } };

/** Starts dockerd on a socket of its own, with containers on the network bridge if one is given. It outlives us if we are killed; the record says who it is. */
export async function startDaemon(dockerd: string, places: DaemonPlaces, bridge?: string): Promise<ProcessIdentity> {
  mkdirSync(places.data, { recursive: true, mode: 0o711 });
  mkdirSync(places.run, { recursive: true, mode: 0o700 });
  writeFileSync(places.configuration, JSON.stringify(CONFIGURATION));
  const log = openSync(places.log, 'w', 0o600);
  const options = {
    'config-file': places.configuration,
    host: `unix://${places.socket}`,
    'data-root': places.data,
    'exec-root': places.run,
    // We keep a record of our own, which also knows when the process started.
    pidfile: '',
    ...(bridge !== undefined && { bridge }),
  };
  const words = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const child = spawn(dockerd, words, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.unref();
  await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  const pid = child.pid ?? 0;
  const identity = { pid, startTime: (await processStartTime(pid)) ?? '' };
  writeFileSync(places.record, JSON.stringify(identity));
  return identity;
}

/** dockerd's last words: its line of level fatal, or the text that begins with `failed to start daemon`. */
async function lastWords(places: DaemonPlaces): Promise<string> {
  const lines = (await readFile(places.log, 'utf8').catch(() => '')).trim().split('\n');
  const fatal = lines.findLast((line) => /level=fatal|failed to start daemon/.test(line)) ?? lines.at(-1) ?? '';
  return /msg="([^"]*)"/.exec(fatal)?.[1] ?? fatal;
}

/** Resolves when it answers. Rejects when it ended or took too long, with its last words. */
export async function daemonIsUp(identity: ProcessIdentity, places: DaemonPlaces): Promise<void> {
  const until = clock.now() + UP_WITHIN_MS;
  while (clock.now() < until && (await isAlive(identity))) {
    const answer = await probeSocket(places.socket).catch(() => undefined);
    if (answer) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(
    `The container engine (dockerd) that was started did not come up: ${await lastWords(places)}. Its whole log is ${places.log}.`,
  );
}

/** Stops it and waits until it is gone; by force when it does not listen. */
export async function stopDaemon(identity: ProcessIdentity, places: DaemonPlaces): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (await isAlive(identity)) process.kill(identity.pid, signal);
    const until = clock.now() + DOWN_WITHIN_MS;
    while (clock.now() < until && (await isAlive(identity))) await pause(LOOK_EVERY_MS);
  }
  await rm(places.record, { force: true });
}
