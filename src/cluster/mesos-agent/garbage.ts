import type { AgentContext } from './context.ts';
import { allRecords, type ExecutorRecord } from './state.ts';
import { save } from './updates.ts';

/** Garbage collection: the sandboxes of ended tasks go when they are old, and the sooner the fuller the disk is. */

/** DC/OS' `--gc_delay`. */
export const GC_DELAY_MS = 2 * 86_400_000;
/** Mesos' `--disk_watch_interval`. */
export const COLLECT_EVERY_MS = 60_000;
/** Mesos' `--gc_disk_headroom`: so much is to stay free. */
const HEADROOM = 0.1;
/** Ours: the disk is the user's own, and may be full of other things. Why a task failed can be read for that long in any case. */
const LEAST_AGE_MS = 600_000;

/** How old a sandbox may get where the disk is so full (0 to 1): `gc_delay × (1 − usage − headroom)`, as Mesos has it. */
export const allowedAgeMs = (usage: number): number => Math.max(LEAST_AGE_MS, GC_DELAY_MS * Math.max(0, 1 - usage - HEADROOM));

/** Removes what is too old. The task stays in the lists without its sandbox. */
export async function collectSandboxes(context: AgentContext): Promise<void> {
  const { kernel, state, files, log } = context;
  const usage = await files.diskUsage(state.workDir).catch(() => undefined);
  state.sandboxAgeMs = allowedAgeMs(usage ?? 0);
  const before = kernel.clock.now() - state.sandboxAgeMs;
  const old = allRecords(state).filter((record) => record.completed && !record.sandboxRemoved && endedAt(record) <= before);
  const inUse = new Set(
    allRecords(state)
      .filter((record) => !old.includes(record))
      .map(({ group }) => group?.containerId),
  );
  for (const record of old) {
    if (context.stopped) return;
    const { group } = record;
    // the sandbox of a group goes with the last of its tasks
    if (group && inUse.has(group.containerId)) continue;
    try {
      await files.remove(group?.directory ?? record.directory);
      record.sandboxRemoved = true;
      state.counters.sandboxesRemoved++;
      save(context, record);
    } catch (fault) {
      state.counters.sandboxesKept++;
      log.warn(`The old sandbox ${record.directory} could not be removed: ${String(fault)}`);
    }
  }
}

const endedAt = ({ statuses }: ExecutorRecord): number => (statuses.at(-1)?.timestamp ?? 0) * 1000;
