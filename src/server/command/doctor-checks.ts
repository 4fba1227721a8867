import { lookup } from 'node:dns/promises';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { freemem, totalmem } from 'node:os';
import path from 'node:path';
import { silentLog } from '../../cluster/kernel/log.ts';
import { readMachines } from '../cli/read-config.ts';
import { findEngine } from '../engine/find-engine.ts';
import type { ServerApi } from './server-api.ts';

/** What was looked at, how it is, and the command that mends it. `warn`: the cluster works, but not all of it. */
export interface Finding {
  name: string;
  level: 'ok' | 'warn' | 'fail';
  message: string;
  remedy?: string;
}

export interface Examined {
  state: string;
  port: number;
  config?: string;
  /** The one that runs, if one does. */
  server: ServerApi | undefined;
}

/** Below it the examples do not start. */
const NEEDED_BYTES = 1024 ** 3;
const ROOT = path.resolve(import.meta.dirname, '../../..');

/** Everything that has kept a cluster from working, each looked at by itself. */
export const CHECKS: readonly ((on: Examined) => Finding | Promise<Finding>)[] = [
  nodeVersion,
  pages,
  server,
  ({ config }) => configuration(config),
  ({ state }) => stateDirectory(state),
  ({ state }) => diskSpace(state),
  memory,
  loopback,
  names,
  engine,
];

function nodeVersion(): Finding {
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'node_modules/node/package.json'), 'utf8')) as { version: string };
  const name = 'Node';
  if (process.versions.node === version) return { name, level: 'ok', message: version };
  return { name, level: 'fail', message: `${process.versions.node} runs this, ${version} is meant to.`, remedy: 'npm ci' };
}

function pages(): Finding {
  const isBuilt = existsSync(path.join(ROOT, 'dist/index.html'));
  return isBuilt
    ? { name: 'Pages', level: 'ok', message: 'built' }
    : { name: 'Pages', level: 'warn', message: 'They are not built yet; the next start does it.', remedy: 'npm run build' };
}

async function server({ server: running, port }: Examined): Promise<Finding> {
  const name = 'Server';
  if (running) return { name, level: 'ok', message: `runs at ${running.record.origin} as process ${running.record.pid}` };
  const fault = await portFault(port, '127.0.0.1');
  if (fault === undefined) return { name, level: 'ok', message: `not running; port ${port} is free for it` };
  return { name, level: 'fail', message: `Port ${port} cannot be used: ${fault}.`, remedy: 'dcos-local up -- --port 0' };
}

function configuration(file: string | undefined): Finding {
  const name = 'Machines';
  try {
    const machines = readMachines(file, [], silentLog);
    return { name, level: 'ok', message: machines.map((machine) => machine.name).join(', ') };
  } catch (fault) {
    return { name, level: 'fail', message: messageOf(fault) };
  }
}

function stateDirectory(state: string): Finding {
  const name = 'State directory';
  try {
    mkdirSync(state, { recursive: true });
    accessSync(state, constants.W_OK);
    return { name, level: 'ok', message: state };
  } catch (fault) {
    return { name, level: 'fail', message: `It cannot be written: ${messageOf(fault)}.`, remedy: `sudo chown -R "$USER" ${state}` };
  }
}

function diskSpace(state: string): Finding {
  const name = 'Disk';
  const existing = existsSync(state) ? state : '/';
  const { bavail, bsize } = statfsSync(existing);
  const message = `${gigabytes(bavail * bsize)} free`;
  if (bavail * bsize >= NEEDED_BYTES) return { name, level: 'ok', message };
  return { name, level: 'warn', message: `Only ${message}: images of containers need more.`, remedy: 'docker system prune' };
}

function memory(): Finding {
  const name = 'Memory';
  const message = `${gigabytes(freemem())} of ${gigabytes(totalmem())} free`;
  if (freemem() >= NEEDED_BYTES) return { name, level: 'ok', message };
  return { name, level: 'warn', message: `Only ${message}: few tasks will find room.`, remedy: 'dcos-local up m1 a1 boot' };
}

/** The machines' addresses: on Linux all of 127.0.0.0/8 is there. */
async function loopback(): Promise<Finding> {
  const name = 'Addresses of machines';
  if (process.platform !== 'linux') return { name, level: 'ok', message: 'all machines are at 127.0.0.1' };
  const fault = await portFault(0, '127.0.65.90');
  if (fault === undefined) return { name, level: 'ok', message: '127.0.65.0/24 can be used' };
  return { name, level: 'fail', message: `127.0.65.90 cannot be used: ${fault}.`, remedy: 'sudo ip address add 127.0.0.1/8 dev lo' };
}

async function names(): Promise<Finding> {
  const name = 'Name resolution';
  try {
    const { address } = await lookup('m1.localhost');
    if (address.startsWith('127.') || address === '::1') return { name, level: 'ok', message: 'm1.localhost is this machine' };
    return {
      name,
      level: 'fail',
      message: `m1.localhost is ${address}: a name server answers for names that it should not.`,
      remedy: hostsLine,
    };
  } catch {
    return { name, level: 'warn', message: 'm1.localhost is known to browsers only, not to other programs.', remedy: hostsLine };
  }
}

const hostsLine = `echo '127.0.0.1 m1.localhost' | sudo tee -a /etc/hosts`;

async function engine({ server: running, state }: Examined): Promise<Finding> {
  const name = 'Container engine';
  if (running) {
    const { kind, engine: version, reason, remedy } = (await running.cluster()).containers;
    if (kind !== 'simulated') return { name, level: 'ok', message: version ?? kind };
    return { name, level: 'warn', message: reason ?? 'Containers are simulated.', ...(remedy && { remedy }) };
  }
  const found = await findEngine({ stateDirectory: state, mayInstall: false, mayStart: false, log: silentLog });
  if (found.kind !== 'none') return { name, level: 'ok', message: `${found.kind} ${found.version}` };
  return { name, level: 'warn', message: `Containers would be simulated: ${found.reason}`, ...(found.remedy && { remedy: found.remedy }) };
}

/** Why a port cannot be listened on; undefined when it can. */
function portFault(port: number, address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (fault: NodeJS.ErrnoException) =>
      resolve(fault.code === 'EADDRINUSE' ? 'another program has it' : fault.code === 'EACCES' ? 'this user may not' : fault.message),
    );
    probe.listen(port, address, () => probe.close(() => resolve(undefined)));
  });
}

const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;
const messageOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
