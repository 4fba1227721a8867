import type { Kernel } from '../kernel/kernel.ts';
import { contend, type Candidacy } from './contender.ts';
import type { ProcessSession } from './client.ts';

/** A service that each master machine has and that works on one of them: on the one that is elected. */
export interface LeadingService<Work> {
  /** While it leads. */
  work: () => Work | undefined;
  /** Leads no more, and stands at the end of the line again. */
  resign: () => void;
  /** Its process is ended: the next one in the line leads at once. */
  stop: () => void;
  /** Its process dies: the next one leads when the session has timed out. */
  crash: () => void;
}

export interface LeadingServiceOptions<Work> {
  connect: () => ProcessSession;
  /** Asked for each candidacy, which is a life of its own. */
  candidacy: () => Candidacy;
  /** Begins to work, on what is stored. A throw ends the candidacy. */
  lead: () => Work;
}

/** How soon it stands again after it lost the lead or could not begin to work, in ms: as systemd restarts what has ended. */
const RETRY_MS = 1000;

/** Stands for election again and again until it is stopped, each time in a new session, and works while it leads. */
export function createLeadingService<Work extends { stop(): void }>(
  { clock, log }: Pick<Kernel, 'clock' | 'log'>,
  { connect, candidacy, lead }: LeadingServiceOptions<Work>,
): LeadingService<Work> {
  let work: Work | undefined;
  let life: { client: ProcessSession; withdraw: () => void } | undefined;
  let stopped = false;

  const stand = (): void => {
    if (stopped) return;
    const client = connect();
    life = { client, withdraw: contend(client, candidacy(), { onElected: begin, onOver: standLater }) };
  };
  const standLater = (): void => {
    leave('close');
    clock.after(RETRY_MS, stand);
  };
  const begin = (): void => {
    try {
      work = lead();
    } catch (fault) {
      log.error(`It was elected to lead and could not begin: ${fault instanceof Error ? fault.message : String(fault)}`);
      standLater();
    }
  };
  const leave = (how: 'close' | 'die'): void => {
    life?.withdraw();
    work?.stop();
    work = undefined;
    void life?.client[how]();
    life = undefined;
  };
  const end = (how: 'close' | 'die'): void => {
    stopped = true;
    leave(how);
  };
  stand();
  return {
    work: () => work,
    resign() {
      leave('close');
      stand();
    },
    stop: () => end('close'),
    crash: () => end('die'),
  };
}
