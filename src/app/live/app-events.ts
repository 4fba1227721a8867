import * as z from 'zod/mini';
import { changesOf } from './marathon-changes.ts';
import { marathonEvents } from './marathon-event-bus.ts';

/** An event of Marathon's stream as it concerns one app. */
export interface AppEvent {
  /** Counts up; tells events of the same instant apart. */
  number: number;
  type: string;
  /** Milliseconds since the epoch. */
  at: number;
  taskId: string | undefined;
  taskStatus: string | undefined;
  host: string | undefined;
  message: string | undefined;
  /** Of a change of health. */
  alive: boolean | undefined;
  /** Address of the client that changed something. */
  client: string | undefined;
}

const text = z.nullish(z.string());
const eventSchema = z.looseObject({
  eventType: z.string(),
  timestamp: text,
  taskId: text,
  instanceId: text,
  taskStatus: text,
  host: text,
  message: text,
  reason: text,
  alive: z.nullish(z.boolean()),
  clientIp: text,
});

/** Events kept of one app, and apps that events are kept of: a page left open for days must not grow. */
const KEPT = 200;
const KEPT_APPS = 500;
const NOTHING: readonly AppEvent[] = [];

let since: number | undefined;
let count = 0;
const byApp = new Map<string, readonly AppEvent[]>();
const listeners = new Set<() => void>();

/** What the live stream has said about each app since `start`, the last event first. */
export const appEvents = {
  /** Collects from now on, for as long as the page is open; further calls change nothing. */
  start: (now: number): void => {
    if (since !== undefined) return;
    since = now;
    marathonEvents.subscribe((event) => collect(event, Date.now()));
  },
  since: (): number | undefined => since,
  of: (appId: string): readonly AppEvent[] => byApp.get(appId) ?? NOTHING,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

function collect(data: unknown, now: number): void {
  const event = appEventOf(data, now);
  if (event === undefined) return;
  for (const id of changesOf(data).apps) {
    const kept = [event, ...(byApp.get(id) ?? NOTHING)].slice(0, KEPT);
    // The app that was heard of last is the last one to go.
    byApp.delete(id);
    byApp.set(id, kept);
  }
  const [oldest] = byApp.keys();
  if (byApp.size > KEPT_APPS && oldest !== undefined) byApp.delete(oldest);
  for (const listener of listeners) listener();
}

export function appEventOf(data: unknown, now: number): AppEvent | undefined {
  const parsed = eventSchema.safeParse(data);
  if (!parsed.success) return undefined;
  const event = parsed.data;
  const at = event.timestamp ? Date.parse(event.timestamp) : now;
  return {
    number: ++count,
    type: event.eventType,
    at: Number.isNaN(at) ? now : at,
    taskId: event.taskId ?? event.instanceId ?? undefined,
    taskStatus: event.taskStatus ?? undefined,
    host: event.host ?? undefined,
    message: event.message || event.reason || undefined,
    alive: event.alive ?? undefined,
    client: event.clientIp ?? undefined,
  };
}
