import { realClock } from '../../../cluster/kernel/clock.ts';
import { createKernel, type Kernel } from '../../../cluster/kernel/kernel.ts';
import { silentLog } from '../../../cluster/kernel/log.ts';
import { systemRandom } from '../../../cluster/kernel/random.ts';
import { memoryStore } from '../../../cluster/kernel/store.ts';

/** A kernel with real time, for tests of what really runs. */
export const testKernel = (): Kernel => createKernel({ clock: realClock(), random: systemRandom(), store: memoryStore(), log: silentLog });
