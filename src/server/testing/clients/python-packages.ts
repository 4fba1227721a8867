import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Log } from '../../../cluster/kernel/log.ts';

const run = promisify(execFile);

/** The client of Marathon that is tested, in one version, so that its cache never has to be looked at again. */
const CLIENT = 'marathon==0.13.0';

/** Where Python finds the client (a PYTHONPATH) once it is installed. */
export const clientDirectory = (root: string): string => path.join(root, 'node_modules/.cache/python', CLIENT);

/** Installs the client of Marathon for Python, unless it is there. Without a network it stays away, and its tests are skipped. */
export async function installPythonClient(root: string, log: Log): Promise<void> {
  const directory = clientDirectory(root);
  if (existsSync(directory)) return;
  const unfinished = `${directory}.${process.pid}`;
  mkdirSync(path.dirname(directory), { recursive: true });
  try {
    await run('python3', ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', unfinished, CLIENT]);
    renameSync(unfinished, directory);
  } catch (fault) {
    const reason = fault instanceof Error && 'stderr' in fault ? String(fault.stderr).trim() : String(fault);
    log.warn(`The Python client of Marathon could not be installed, so its tests are skipped: ${reason.split('\n').at(-1)}`);
    rmSync(unfinished, { recursive: true, force: true });
  }
}
