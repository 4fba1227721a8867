import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { declinedOffers, type DeclinedOffer } from '../../components/mesos/declined-offers.ts';
import { declinedColumns, offerColumns } from '../../components/mesos/offer-columns.tsx';
import { SearchableTable } from '../../components/mesos/SearchableTable.tsx';
import { declinedFields, offerFields } from '../../components/mesos/table-fields.ts';
import { useMesosWords } from '../../i18n/mesos-words.ts';
import { useMessages } from '../../i18n/messages.ts';
import { Page } from '../../layouts/Page.tsx';
import { queueQuery } from '../../live/marathon-queries.ts';
import { frameworksQuery, type Offer, OFFERS_INTERVAL_MS } from '../../live/mesos-frameworks.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';

const BY_HOST = { id: 'host', descending: false };
const LATEST_FIRST = { id: 'when', descending: true };
const offerKey = (row: Offer): string => row.id;
const declinedKey = (row: DeclinedOffer): string => row.key;

/** Offers that are out now, and those that Marathon could not use. */
export function OffersPage() {
  const words = useMesosWords();
  const { reasons } = useMessages().marathon.waiting;
  const { offers: own } = words;
  const frameworks = useQuery({ ...frameworksQuery, refetchInterval: OFFERS_INTERVAL_MS });
  const queue = useQuery(queueQuery);
  const declined = useMemo(() => queue.data && declinedOffers(queue.data.values()), [queue.data]);
  const columns = useMemo(() => offerColumns(words), [words]);
  const declinedOnes = useMemo(() => declinedColumns(words, reasons), [words, reasons]);
  return (
    <Page title={own.title} hideHeader>
      <SearchableTable
        title={own.live}
        name="offers"
        columns={columns}
        rows={frameworks.data?.offers}
        rowKey={offerKey}
        fields={offerFields}
        initialSort={BY_HOST}
        failure={frameworks.error}
        onRetry={() => void frameworks.refetch()}
        empty={<EmptyState title={own.none}>{own.noneHint}</EmptyState>}
      />
      <SearchableTable
        title={own.declined}
        name="declined"
        columns={declinedOnes}
        rows={declined}
        rowKey={declinedKey}
        fields={declinedFields}
        initialSort={LATEST_FIRST}
        failure={queue.error}
        onRetry={() => void queue.refetch()}
        empty={<EmptyState title={own.noneDeclined}>{own.noneDeclinedHint}</EmptyState>}
      />
      {declined !== undefined && declined.length > 0 && <p className="text-muted">{own.declinedHint}</p>}
    </Page>
  );
}
