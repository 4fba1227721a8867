import type { ConnectScheduler } from '../../api/mesos/scheduler.ts';
import { createSchedulerLine, type SchedulerLine } from '../framework/scheduler-line.ts';
import type { Clock } from '../kernel/clock.ts';
import { createSubscribedRoles, type SubscribedRolesOptions } from './subscribed-roles.ts';

export interface MesosLink extends SchedulerLine {
  /**
   * Says for which roles there is something to launch: only for those offers are made. A role that is new is subscribed to.
   * `anew` also ends the refusals that hold offers back, so that something new is placed at once.
   */
  wantOffers: (roles: ReadonlySet<string>, anew: boolean) => void;
  /** Looks whether roles are subscribed to that nothing has any more, and gives them up. */
  reviewRoles: () => void;
}

export interface MesosLinkOptions extends SubscribedRolesOptions {
  clock: Clock;
  findMaster: () => { connectScheduler: ConnectScheduler } | undefined;
}

/** Marathon's line to the leading master, and for which of its roles it wants offers. */
export function createMesosLink({ clock, findMaster, ...options }: MesosLinkOptions): MesosLink {
  const roles = createSubscribedRoles(options);
  const line = createSchedulerLine({ clock, findMaster, subscribe: roles.subscribe });
  return {
    ...line,
    wantOffers(wanted, anew) {
      if (line.subscribed()) for (const message of roles.want(wanted, anew)) line.call(message);
    },
    reviewRoles() {
      if (line.subscribed()) for (const message of roles.review()) line.call(message);
    },
  };
}
