import { CirclePause, CirclePlay, Radio } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { FeedEvent } from '../components/events/feed-event.ts';
import { feedColumns } from '../components/events/feed-columns.tsx';
import { feedFields } from '../components/events/feed-fields.ts';
import { FEED_LENGTH } from '../components/events/merge-feed.ts';
import { useFeed } from '../components/events/use-feed.ts';
import { FilterInput } from '../filters/FilterInput.tsx';
import { useTableFilter } from '../filters/use-table-filter.ts';
import { useEventsWords } from '../i18n/events-words.ts';
import { Page } from '../layouts/Page.tsx';
import { useMarathonLive } from '../live/use-marathon-live.ts';
import { DataTable } from '../tables/DataTable.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorState } from '../ui/ErrorState.tsx';
import { formatCount } from '../util/format.ts';

const LATEST_FIRST = { id: 'time', descending: true };
const rowKey = ({ key }: FeedEvent): string => key;

/** What happens in the cluster, as one stream: Marathon's events, tasks and agents of Mesos, and what this browser changed. */
export function EventsPage() {
  const words = useEventsWords();
  useMarathonLive();
  const { events, error, retry } = useFeed();
  const [frozen, setFrozen] = useState<FeedEvent[]>();
  const rows = frozen ?? events;
  const filter = useTableFilter(feedFields, rows);
  const columns = useMemo(() => feedColumns(words), [words]);
  return (
    <Page title={words.title} actions={<PauseButton events={events} frozen={frozen} onFreeze={setFrozen} />}>
      <FilterInput label={words.filter} placeholder={words.filterHint} filter={filter} fields={feedFields} rows={rows} />
      <output className="text-sm text-muted">{frozen ? words.paused : words.bounds(formatCount(FEED_LENGTH))}</output>
      <DataTable
        label={words.title}
        columns={columns}
        rows={filter.shown}
        rowKey={rowKey}
        initialSort={LATEST_FIRST}
        error={error ? <ErrorState title={words.failed} detail={error.message} onRetry={retry} /> : undefined}
        empty={
          filter.text === '' ? (
            <EmptyState icon={<Radio aria-hidden size={28} />} title={words.none}>
              {words.noneHint}
            </EmptyState>
          ) : (
            <EmptyState title={words.noMatch} action={<Button onClick={filter.clear}>{words.clear}</Button>}>
              {words.noMatchHint}
            </EmptyState>
          )
        }
      />
    </Page>
  );
}

interface PauseButtonProps {
  events: FeedEvent[] | undefined;
  frozen: FeedEvent[] | undefined;
  onFreeze: (events: FeedEvent[] | undefined) => void;
}

/** Holds the list as it is, to read it; what comes meanwhile is kept and counted. */
function PauseButton({ events, frozen, onFreeze }: PauseButtonProps) {
  const words = useEventsWords();
  if (frozen === undefined)
    return (
      <Button onClick={() => onFreeze(events)}>
        <CirclePause aria-hidden size={16} />
        {words.pause}
      </Button>
    );
  const known = new Set(frozen.map(rowKey));
  const waiting = events?.filter(({ key }) => !known.has(key)).length ?? 0;
  return (
    <Button variant="primary" harmless onClick={() => onFreeze(undefined)}>
      <CirclePlay aria-hidden size={16} />
      {words.resume(waiting)}
    </Button>
  );
}
