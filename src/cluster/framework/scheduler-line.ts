import type { ConnectScheduler, SchedulerCall, SchedulerConnection, SchedulerEvent } from '../../api/mesos/scheduler.ts';
import type { Clock, Timer } from '../kernel/clock.ts';

/** How long to wait before the leading master is looked for again, in ms. */
const RETRY_MS = 200;

/** A framework's line to the leading master, whoever that is. */
export interface SchedulerLine {
  /** Begins to look for the master. Until then calls are dropped. */
  start: (handlers: LineHandlers) => void;
  /** Sends the call when subscribed; else it is dropped, and what it was for is done again after the next subscription. */
  call: (call: SchedulerCall) => void;
  subscribed: () => boolean;
  /** Hangs up and subscribes again, as after a change of leader. */
  resubscribe: () => void;
  stop: () => void;
}

export interface LineHandlers {
  onEvent: (event: SchedulerEvent) => void;
  onDisconnected: () => void;
}

export interface SchedulerLineOptions {
  clock: Clock;
  findMaster: () => { connectScheduler: ConnectScheduler } | undefined;
  /** The first call on each new line. */
  subscribe: () => SchedulerCall;
}

/** Keeps a framework subscribed to the leading master: looks for it, subscribes, and begins again when it is gone. */
export function createSchedulerLine({ clock, findMaster, subscribe }: SchedulerLineOptions): SchedulerLine {
  let connection: SchedulerConnection | undefined;
  let subscribed = false;
  let retry: Timer | undefined;
  let stopped = false;
  let handlers: LineHandlers | undefined;

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
    opened.call(subscribe());
  };
  const lost = (): void => {
    connection = undefined;
    const was = subscribed;
    subscribed = false;
    if (was) handlers?.onDisconnected();
    retry = clock.after(RETRY_MS, connect);
  };
  return {
    start(given) {
      handlers = given;
      connect();
    },
    call(message) {
      if (subscribed) connection?.call(message);
    },
    subscribed: () => subscribed,
    resubscribe() {
      const open = connection;
      if (!open) return;
      lost();
      open.close();
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
