import type { Tone } from '../../ui/tones.ts';

export const FEED_SOURCES = ['marathon', 'mesos', 'you'] as const;
export type FeedSource = (typeof FEED_SOURCES)[number];

/** Kinds that have words of their own (`events.kinds`); a task's state and other types of Marathon's events are shown by their names. */
export type FeedKind =
  | 'task'
  | 'deployment-started'
  | 'deployment-step'
  | 'deployment-succeeded'
  | 'deployment-failed'
  | 'group-changed'
  | 'became-healthy'
  | 'became-unhealthy'
  | 'check-failed'
  | 'killed-unhealthy'
  | 'changed'
  | 'removed'
  | 'agent-registered'
  | 'agent-lost'
  | 'write'
  | 'other';

/** One line of the feed. */
export interface FeedEvent {
  /** The same for the same event, also when two sources tell of it. */
  key: string;
  /** Milliseconds since the epoch. */
  at: number;
  source: FeedSource;
  kind: FeedKind;
  /** Of a task: its state; of another event: the name of its type. */
  type: string | undefined;
  tone: Tone;
  /** What it happened to. */
  subject: string;
  /** Where that is shown. */
  to: string | undefined;
  host: string | undefined;
  message: string | undefined;
}
