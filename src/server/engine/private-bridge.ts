import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { promisify } from 'node:util';
import { findProgram } from '../system/find-program.ts';

const run = promisify(execFile);

/** The networks to choose from: 172.30.<n>.0/24, the part of Docker's own range that it gives away last. */
const NETWORKS = 256;

/** A free `172.30.<n>`, the search beginning at `first` so that engines which start at the same time rarely meet. */
export function freeNetwork(first: number, taken: readonly string[]): string | undefined {
  const candidates = Array.from({ length: NETWORKS }, (_, step) => `172.30.${(first + step) % NETWORKS}`);
  return candidates.find((network) => !taken.some((address) => address.startsWith(`${network}.`)));
}

const ownAddresses = (): string[] =>
  Object.values(networkInterfaces()).flatMap((addresses) => addresses?.map(({ address }) => address) ?? []);

/**
 * Makes a network bridge for a private dockerd and resolves to its name. Two dockerds on the usual `docker0` would give the
 * same addresses to their containers. undefined where it cannot be made (no ip(8), no right): then `docker0` has to do.
 */
export async function ensureBridge(hash: string): Promise<string | undefined> {
  const name = bridgeName(hash);
  // It is kept while containers that outlive the engine are on it.
  if (existsSync(`/sys/class/net/${name}`)) return name;
  const ip = await findProgram('ip');
  const network = freeNetwork(Number.parseInt(hash.slice(0, 2), 16), ownAddresses());
  if (ip === undefined || network === undefined) return undefined;
  try {
    await run(ip, ['link', 'add', 'name', name, 'type', 'bridge']);
    await run(ip, ['address', 'add', `${network}.1/24`, 'dev', name]);
    await run(ip, ['link', 'set', name, 'up']);
    return name;
  } catch {
    return undefined;
  }
}

/** Removes the bridge again when no container is on it. */
export async function removeBridge(hash: string): Promise<void> {
  const name = bridgeName(hash);
  const ports = await readdir(`/sys/class/net/${name}/brif`).catch(() => undefined);
  const ip = await findProgram('ip');
  if (ports?.length !== 0 || ip === undefined) return;
  await run(ip, ['link', 'delete', name]).catch(() => {
    // It stays, unused; the next start takes it again.
  });
}

/** At most 15 characters, as the kernel wants names of interfaces. */
const bridgeName = (hash: string): string => `dcos-${hash.slice(0, 8)}`;
