import type { Clock } from './clock.ts';
import { createIds, type Ids } from './ids.ts';
import type { Log } from './log.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import type { Random } from './random.ts';
import type { Store } from './store.ts';

/** What every component of the cluster is given: time, chance, identity, memory and a voice. */
export interface Kernel {
  clock: Clock;
  random: Random;
  ids: Ids;
  store: Store;
  log: Log;
  mailbox: Mailbox;
}

export function createKernel(parts: { clock: Clock; random: Random; store: Store; log: Log }): Kernel {
  const ids = createIds(parts.clock, parts.random);
  const mailbox = createMailbox((fault) =>
    parts.log.error(`A message could not be handled: ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`),
  );
  return { ...parts, ids, mailbox };
}
