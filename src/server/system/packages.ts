import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import type { Log } from '../../cluster/kernel/log.ts';

const run = promisify(execFile);

/** A package of the system is missing and could not be installed; `message` is one line that says what to do. */
class PackageError extends Error {
  override name = 'PackageError';
}

/** Debian and those that descend from it. */
export const hasApt = (): boolean => existsSync('/usr/bin/apt-get');
export const isRoot = (): boolean => process.getuid?.() === 0;

/** The command that a person would type. */
export function installCommand(names: readonly string[]): string {
  return `${isRoot() ? '' : 'sudo '}apt-get install -y ${names.join(' ')}`;
}

/** The version of an installed package; undefined when it is not installed, or the system has no dpkg. */
export async function installedVersion(name: string): Promise<string | undefined> {
  const { stdout } = await run('dpkg-query', ['-W', '-f=${db:Status-Status} ${Version}', name]).catch(() => ({ stdout: '' }));
  const [status, version] = stdout.split(' ');
  return status === 'installed' ? version : undefined;
}

/** Those of the packages that are not installed, in the order given. */
export async function missingPackages(names: readonly string[]): Promise<string[]> {
  const versions = await Promise.all(names.map((name) => installedVersion(name)));
  return names.filter((_, index) => versions[index] === undefined);
}

/** apt-get without questions; it waits when another one is at work. */
async function aptGet(...words: string[]): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=120', ...words], { env, maxBuffer: 64 * 1024 * 1024 });
}

/** apt writes one `E:` line per cause. */
function aptReason(fault: unknown): string {
  const said = fault instanceof Error && 'stderr' in fault ? String(fault.stderr) : String(fault);
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => line.startsWith('E:')) ?? lines.at(-1) ?? 'no reason given').replace(/^E:\s*/, '');
}

/**
 * Installs packages by apt-get. Throws PackageError when this is no Debian-like system, we are not root, or apt-get failed.
 */
export async function installPackages(names: readonly string[], log: Log): Promise<void> {
  if (names.length === 0) return;
  const list = names.join(', ');
  if (!hasApt()) throw new PackageError(`${list} must be installed by hand: this system has no apt-get`);
  if (!isRoot()) throw new PackageError(`${list} can only be installed by root: run \`${installCommand(names)}\``);
  log.info(`Installing ${list} with apt-get.`);
  // Without a network the lists that are there may still do.
  await aptGet('update').catch((fault: unknown) => log.warn(`The package lists could not be updated: ${aptReason(fault)}`));
  try {
    await aptGet('install', '-y', '--no-install-recommends', ...names);
  } catch (fault) {
    throw new PackageError(`${list} could not be installed: ${aptReason(fault)}. Try \`${installCommand(names)}\``);
  }
  log.info(`Installed ${list}.`);
}
