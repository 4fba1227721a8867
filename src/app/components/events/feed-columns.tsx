import { Link } from 'react-router';
import type { EventsWords } from '../../i18n/events-words.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { FeedEvent } from './feed-event.ts';

export function feedColumns(words: EventsWords): Column<FeedEvent>[] {
  const { columns } = words;
  return [
    { id: 'time', header: columns.time, width: '8.5rem', sortValue: ({ at }) => at, cell: ({ at }) => <RelativeTime at={at} /> },
    {
      id: 'source',
      header: columns.source,
      width: '7.5rem',
      from: 'md',
      sortValue: ({ source }) => source,
      cell: ({ source }) => words.sources[source],
    },
    {
      id: 'event',
      header: columns.event,
      width: 'minmax(9rem, 1fr)',
      sortValue: (event) => eventWords(words, event),
      cell: (event) => <StatusText tone={event.tone}>{eventWords(words, event)}</StatusText>,
    },
    {
      id: 'subject',
      header: columns.subject,
      width: 'minmax(0, 1.8fr)',
      interactive: true,
      sortValue: ({ subject }) => subject,
      cell: ({ subject, to }) =>
        to === undefined ? (
          subject
        ) : (
          <Link to={to} className="rounded-sm font-medium hover:text-accent hover:underline">
            {subject}
          </Link>
        ),
    },
    {
      id: 'details',
      header: columns.details,
      width: 'minmax(0, 1.8fr)',
      from: 'lg',
      cell: ({ host, message }) => (
        <span className="text-xs text-muted">{[host, message].filter((part) => part !== undefined).join(' · ')}</span>
      ),
    },
  ];
}

function eventWords(words: EventsWords, { kind, type, tone }: FeedEvent): string {
  if (kind === 'write' && tone === 'danger') return words.refused;
  if (kind === 'task') return words.states[type ?? ''] ?? type ?? words.kinds.task;
  return kind === 'other' ? (type ?? words.kinds.other) : words.kinds[kind];
}
