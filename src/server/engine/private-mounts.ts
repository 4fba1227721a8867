import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Log } from '../../cluster/kernel/log.ts';

const run = promisify(execFile);

/** The mount points at or below the directories, each before the one it lies on, by the text of `/proc/self/mountinfo` (proc(5)). */
export function mountsBelow(mountinfo: string, directories: readonly string[]): string[] {
  return mountinfo
    .split('\n')
    .map((line) =>
      (line.split(' ')[4] ?? '').replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))),
    )
    .filter((point) => directories.some((directory) => point === directory || point.startsWith(`${directory}/`)))
    .sort((a, b) => b.length - a.length);
}

/** Every container that runs has its root mounted there. */
const isContainerRoot = (point: string): boolean => /\/(merged|mnt\/[^/]+)$/.test(point);

/**
 * Unmounts what a stopped dockerd left: after containers were kept once, it no longer clears up itself, and its directories
 * could not be removed. As long as containers run there, all is left as it is.
 */
export async function releaseMounts(directories: readonly string[], log: Log): Promise<void> {
  const mountinfo = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '');
  const points = mountsBelow(mountinfo, directories);
  if (points.some(isContainerRoot)) return;
  for (const point of points) {
    await run('umount', [point]).catch((fault: unknown) => log.warn(`${point} could not be unmounted: ${String(fault)}`));
  }
}
