import type { ConnectScheduler, FrameworkInfo, SchedulerCall, SchedulerConnection, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { Clock, Timer } from '../kernel/clock.ts';

/** How long to wait before the leading master is looked for again, in ms. */
const RETRY_MS = 200;

export interface MesosLink {
  /** Begins to look for the master. Until then calls are dropped. */
  start: (handlers: LinkHandlers) => void;
  /** Sends the call when subscribed; else it is dropped, and what it was for is done again after the next subscription. */
  call: (call: SchedulerCall) => void;
  subscribed: () => boolean;
  /** Asks for offers. Each call also ends the refusals that hold offers back, so that something new is placed at once. */
  wantOffers: () => void;
  wantNoOffers: () => void;
  /** Hangs up and subscribes again, as after a change of leader. */
  resubscribe: () => void;
  stop: () => void;
}

export interface LinkHandlers {
  onEvent: (event: SchedulerEvent) => void;
  onDisconnected: () => void;
}

export interface MesosLinkOptions {
  clock: Clock;
  findMaster: () => { connectScheduler: ConnectScheduler } | undefined;
  /** With the framework's id once it has one. */
  framework: () => FrameworkInfo;
}

/** Keeps Marathon subscribed to the leading master: looks for it, subscribes, and begins again when it is gone. */
export function createMesosLink({ clock, findMaster, framework }: MesosLinkOptions): MesosLink {
  let connection: SchedulerConnection | undefined;
  let subscribed = false;
  let suppressed = true;
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
    suppressed = true;
    const framework_info = framework();
    opened.call({ type: 'SUBSCRIBE', subscribe: { framework_info, suppressed_roles: framework_info.roles } });
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
    wantOffers() {
      suppressed = false;
      call({ type: 'REVIVE' });
    },
    wantNoOffers() {
      if (suppressed) return;
      suppressed = true;
      call({ type: 'SUPPRESS' });
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
