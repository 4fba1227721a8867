import { rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Log } from '../../cluster/kernel/log.ts';

/**
 * Where a containerizer keeps what it must know after a restart of the server: hidden beside the sandbox, not in it, so that
 * a task finds an empty directory and cannot overwrite its own exit status.
 */
export function runDirectory(sandbox: string): string {
  return join(dirname(sandbox), `.${basename(sandbox)}`);
}

/** Removes it. That it stays behind is worth a line in the log, not more. */
export async function removeRunDirectory(directory: string, log: Log): Promise<void> {
  await rm(directory, { recursive: true, force: true }).catch((fault: unknown) =>
    log.warn(`${directory} could not be removed: ${fault instanceof Error ? fault.message : String(fault)}`),
  );
}
