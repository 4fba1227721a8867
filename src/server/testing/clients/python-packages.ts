import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../../../cluster/kernel/log.ts';

const run = promisify(execFile);

/** The clients that are tested, each in one version (with what it needs), so that its cache never has to be looked at again. */
const CLIENTS = {
  marathon: ['marathon==0.13.0'],
  chronos: ['chronos-python==1.2.1', 'httplib2==0.32.1'],
} as const;

type PythonClient = keyof typeof CLIENTS;

/** Where Python finds a client (a PYTHONPATH) once it is installed. */
export const clientDirectory = (root: string, client: PythonClient): string =>
  path.join(root, 'node_modules/.cache/python', CLIENTS[client][0]);

/** Installs the Python clients that are not there. Without a network they stay away, and their tests are skipped. */
export async function installPythonClients(root: string, log: Log): Promise<void> {
  for (const client of Object.keys(CLIENTS) as PythonClient[]) await install(client, clientDirectory(root, client), log);
}

async function install(client: PythonClient, directory: string, log: Log): Promise<void> {
  if (existsSync(directory)) return;
  const unfinished = `${directory}.${process.pid}`;
  mkdirSync(path.dirname(directory), { recursive: true });
  try {
    await run('python3', ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', unfinished, ...CLIENTS[client]]);
    renameSync(unfinished, directory);
  } catch (fault) {
    const reason = fault instanceof Error && 'stderr' in fault ? String(fault.stderr).trim() : String(fault);
    log.warn(`The Python client '${client}' could not be installed, so its tests are skipped: ${reason.split('\n').at(-1)}`);
    rmSync(unfinished, { recursive: true, force: true });
  }
}
