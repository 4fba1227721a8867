import { useMemo } from 'react';
import { useDebugWords } from '../../../i18n/debug-words.ts';
import { useMessages } from '../../../i18n/messages.ts';
import type { QueueEntry } from '../../../live/marathon-wire.ts';
import type { Column } from '../../../tables/column.ts';
import { DataTable } from '../../../tables/DataTable.tsx';
import { formatCpus, formatMegabytes } from '../../../util/format.ts';
import { hostName } from '../rules/machines.ts';
import { type OfferFacts, offerFacts } from '../rules/offer-funnel.ts';
import { useMachines } from './use-machines.ts';

/** The last offers that were turned down, with what each of them lacked. */
export function UnusedOffers({ queued }: { queued: QueueEntry }) {
  const { waiting: words } = useDebugWords();
  const columns = useOfferColumns();
  const offers = useMemo(() => offerFacts(queued), [queued]);
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-sm text-muted">{words.offers(offers.length)}</summary>
      <div className="mt-2">
        <DataTable label={words.offersLabel} columns={columns} rows={offers} rowKey={({ id }) => id} empty={undefined} />
      </div>
    </details>
  );
}

function useOfferColumns(): Column<OfferFacts>[] {
  const { waiting: words } = useDebugWords();
  const { reasons } = useMessages().marathon.waiting;
  const machines = useMachines();
  return useMemo(() => {
    const { columns } = words;
    const amount = (offer: OfferFacts, text: string, reason: string) =>
      offer.reasons.includes(reason) ? (
        <span className="font-medium text-danger">
          {text}
          <span className="sr-only"> {words.tooLittle}</span>
        </span>
      ) : (
        text
      );
    return [
      {
        id: 'host',
        header: columns.host,
        width: 'minmax(5rem, 1fr)',
        cell: ({ host }) => <span title={host}>{hostName(machines, host)}</span>,
      },
      { id: 'roles', header: columns.roles, width: 'minmax(4rem, 1fr)', from: 'sm', cell: ({ roles }) => roles.join(', ') },
      {
        id: 'cpus',
        header: columns.cpus,
        width: '4rem',
        align: 'end',
        cell: (offer) => amount(offer, formatCpus(offer.cpus), 'InsufficientCpus'),
      },
      {
        id: 'memory',
        header: columns.memory,
        width: '5.5rem',
        align: 'end',
        cell: (offer) => amount(offer, formatMegabytes(offer.mem), 'InsufficientMemory'),
      },
      {
        id: 'disk',
        header: columns.disk,
        width: '5.5rem',
        align: 'end',
        from: 'sm',
        cell: (offer) => amount(offer, formatMegabytes(offer.disk), 'InsufficientDisk'),
      },
      {
        id: 'why',
        header: columns.why,
        width: 'minmax(6rem, 3fr)',
        cell: (offer) => <span className="text-muted">{offer.reasons.map((reason) => reasons[reason] ?? reason).join('; ')}</span>,
      },
    ];
  }, [words, reasons, machines]);
}
