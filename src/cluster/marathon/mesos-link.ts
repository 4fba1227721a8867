import type { ConnectScheduler, SchedulerCall, SchedulerConnection, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { Clock, Timer } from '../kernel/clock.ts';
import { createSubscribedRoles, type SubscribedRolesOptions } from './subscribed-roles.ts';

/** How long to wait before the leading master is looked for again, in ms. */
const RETRY_MS = 200;

export interface MesosLink {
  /** Begins to look for the master. Until then calls are dropped. */
  start: (handlers: LinkHandlers) => void;
  /** Sends the call when subscribed; else it is dropped, and what it was for is done again after the next subscription. */
  call: (call: SchedulerCall) => void;
  subscribed: () => boolean;
  /**
   * Says for which roles there is something to launch: only for those offers are made. A role that is new is subscribed to.
   * `anew` also ends the refusals that hold offers back, so that something new is placed at once.
   */
  wantOffers: (roles: ReadonlySet<string>, anew: boolean) => void;
  /** Looks whether roles are subscribed to that nothing has any more, and gives them up. */
  reviewRoles: () => void;
  /** Hangs up and subscribes again, as after a change of leader. */
  resubscribe: () => void;
  stop: () => void;
}

export interface LinkHandlers {
  onEvent: (event: SchedulerEvent) => void;
  onDisconnected: () => void;
}

export interface MesosLinkOptions extends SubscribedRolesOptions {
  clock: Clock;
  findMaster: () => { connectScheduler: ConnectScheduler } | undefined;
}

/** Keeps Marathon subscribed to the leading master: looks for it, subscribes, and begins again when it is gone. */
export function createMesosLink({ clock, findMaster, ...options }: MesosLinkOptions): MesosLink {
  const subscription = createSubscribedRoles(options);
  let connection: SchedulerConnection | undefined;
  let subscribed = false;
  let retry: Timer | undefined;
  let stopped = false;
  let handlers: LinkHandlers | undefined;

  const connect = (): void => {
    if (stopped) return;
    const master = findMaster();
    if (!master) {
      retry = clock.after(RETRY_MS, connect);
      return;
    }
    const opened = master.connectScheduler(
      (event) => {
        if (connection !== opened) return;
        if (event.type === 'SUBSCRIBED') subscribed = true;
        handlers?.onEvent(event);
      },
      () => {
        if (connection === opened) lost();
      },
    );
    connection = opened;
    opened.call(subscription.subscribe());
  };
  const lost = (): void => {
    connection = undefined;
    const was = subscribed;
    subscribed = false;
    if (was) handlers?.onDisconnected();
    retry = clock.after(RETRY_MS, connect);
  };
  const call = (message: SchedulerCall): void => {
    if (subscribed) connection?.call(message);
  };
  return {
    start(given) {
      handlers = given;
      connect();
    },
    call,
    subscribed: () => subscribed,
    resubscribe() {
      const open = connection;
      if (!open) return;
      lost();
      open.close();
    },
    wantOffers(roles, anew) {
      if (subscribed) for (const message of subscription.want(roles, anew)) call(message);
    },
    reviewRoles() {
      if (subscribed) for (const message of subscription.review()) call(message);
    },
    stop() {
      stopped = true;
      retry?.cancel();
      connection?.close();
      connection = undefined;
      subscribed = false;
    },
  };
}
