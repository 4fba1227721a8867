import { Link } from 'react-router';
import type { EventsWords } from '../../i18n/events-words.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StatusText } from '../../ui/StatusText.tsx';
import type { FeedEvent } from './feed-event.ts';

export function feedColumns(words: EventsWords): Column<FeedEvent>[] {
  const { columns } = words;
  return [
    { id: 'time', header: columns.time, width: '7rem', sortValue: ({ at }) => at, cell: ({ at }) => <RelativeTime at={at} /> },
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
      interactive: true,
      sortValue: (event) => eventWords(words, event),
      cell: (event) => (
        <>
          <StatusText tone={event.tone}>{eventWords(words, event)}</StatusText>
          {/* A phone has no room for columns of their own. */}
          <span className="block text-sm sm:hidden">
            <Subject event={event} />
          </span>
        </>
      ),
    },
    {
      id: 'subject',
      header: columns.subject,
      width: 'minmax(0, 1.8fr)',
      from: 'sm',
      interactive: true,
      sortValue: ({ subject }) => subject,
      cell: (event) => <Subject event={event} />,
    },
    { id: 'details', header: columns.details, width: 'minmax(0, 1.8fr)', from: 'lg', cell: (event) => <Details event={event} /> },
  ];
}

function Subject({ event: { subject, to } }: { event: FeedEvent }) {
  if (to === undefined) return subject;
  return (
    <Link to={to} className="rounded-sm font-medium hover:text-accent hover:underline">
      {subject}
    </Link>
  );
}

function Details({ event: { host, message } }: { event: FeedEvent }) {
  const text = [host, message].filter((part) => part !== undefined).join(' · ');
  return (
    <span title={text} className="line-clamp-2 text-xs text-muted">
      {text}
    </span>
  );
}

function eventWords(words: EventsWords, { kind, type, tone }: FeedEvent): string {
  if (kind === 'write' && tone === 'danger') return words.refused;
  if (kind === 'task') return words.states[type ?? ''] ?? type ?? words.kinds.task;
  return kind === 'other' ? (type ?? words.kinds.other) : words.kinds[kind];
}
