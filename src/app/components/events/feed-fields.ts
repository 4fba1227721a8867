import type { FilterFields } from '../../filters/filter-fields.ts';
import { FEED_SOURCES, type FeedEvent } from './feed-event.ts';

/** As `is:failed` says it: a task's state, or the kind of the event. */
const WORDS = [
  'staging',
  'starting',
  'running',
  'killing',
  'finished',
  'failed',
  'killed',
  'lost',
  'unreachable',
  'deployment-started',
  'deployment-step',
  'deployment-succeeded',
  'deployment-failed',
  'became-healthy',
  'became-unhealthy',
  'check-failed',
  'changed',
  'agent-registered',
  'agent-lost',
  'write',
] as const;

export function wordOf({ kind, type }: FeedEvent): string {
  if (kind !== 'task' || type === undefined) return kind;
  return type
    .replace(/^TASK_/, '')
    .replaceAll('_', '-')
    .toLowerCase();
}

/** What the feed can be filtered by. */
export const feedFields: FilterFields<FeedEvent> = {
  text: (event) => `${event.subject} ${event.type ?? ''} ${wordOf(event)} ${event.host ?? ''} ${event.message ?? ''} ${event.source}`,
  keys: {
    source: { kind: 'choice', choices: FEED_SOURCES, of: ({ source }) => source },
    is: { kind: 'choice', choices: WORDS, of: wordOf },
    host: { kind: 'text', of: ({ host }) => host },
    age: { kind: 'age', of: ({ at }) => at },
  },
};
