import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../../cluster/kernel/log.ts';

/**
 * Where a containerizer keeps what it must know after a restart of the server: hidden beside the sandbox, not in it, so that
 * a task finds an empty directory and cannot overwrite its own exit status.
 */
export function runDirectory(sandbox: string): string {
  const parent = dirname(sandbox);
  // The tasks of a pod are listed to who browses their executor's sandbox: what is kept of them goes to `containers` beside.
  const home = basename(parent) === 'tasks' ? join(dirname(parent), 'containers') : parent;
  return join(home, `.${basename(sandbox)}`);
}

/** Removes it. That it stays behind is worth a line in the log, not more. */
export async function removeRunDirectory(directory: string, log: Log): Promise<void> {
  await rm(directory, { recursive: true, force: true }).catch((fault: unknown) =>
    log.warn(`${directory} could not be removed: ${fault instanceof Error ? fault.message : String(fault)}`),
  );
}
