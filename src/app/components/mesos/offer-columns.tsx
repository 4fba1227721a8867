import { Link } from 'react-router';
import type { MesosWords } from '../../i18n/mesos-words.ts';
import type { Offer } from '../../live/mesos-frameworks.ts';
import { mesosPaths } from '../../mesos-paths.ts';
import { paths } from '../../paths.ts';
import type { Column } from '../../tables/column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { DeclinedOffer } from './declined-offers.ts';
import { quantityColumns } from './quantity-columns.tsx';
import { ShortId } from './ShortId.tsx';

const LINK = 'text-accent hover:underline';

export function offerColumns(words: MesosWords): Column<Offer>[] {
  const { columns } = words;
  return [
    { id: 'id', header: columns.id, width: '11rem', sortValue: (row) => row.id, cell: (row) => <ShortId id={row.id} /> },
    {
      id: 'framework',
      header: columns.framework,
      sortValue: (row) => row.framework,
      cell: (row) => (
        <Link to={mesosPaths.framework(row.frameworkId)} className={LINK}>
          {row.framework}
        </Link>
      ),
    },
    { id: 'role', header: columns.role, from: 'sm', sortValue: (row) => row.role, cell: (row) => row.role },
    hostColumn(columns.host),
    ...quantityColumns<Offer>(words, (row) => row.resources),
  ];
}

export function declinedColumns(words: MesosWords, reasonWords: Partial<Record<string, string>>): Column<DeclinedOffer>[] {
  const { offers } = words;
  return [
    {
      id: 'application',
      header: offers.application,
      width: 'minmax(6rem, 1fr)',
      sortValue: (row) => row.appId,
      cell: (row) => (
        <Link to={paths.marathon.appDebug(row.appId)} className={LINK}>
          {row.appId}
        </Link>
      ),
    },
    hostColumn(words.columns.host),
    {
      id: 'why',
      header: offers.why,
      width: 'minmax(9rem, 3fr)',
      sortValue: (row) => row.reasons.join(),
      cell: (row) => row.reasons.map((reason) => reasonWords[reason] ?? reason).join('; '),
    },
    ...quantityColumns<DeclinedOffer>(words, (row) => row.resources),
    {
      id: 'when',
      header: offers.when,
      width: '7.5rem',
      from: 'sm',
      sortValue: (row) => row.at,
      cell: (row) => <RelativeTime at={row.at} />,
    },
  ];
}

function hostColumn<Row extends { host: string; agentId: string }>(header: string): Column<Row> {
  return {
    id: 'host',
    header,
    width: 'minmax(7rem, 1fr)',
    sortValue: (row) => row.host,
    cell: (row) => (
      <Link to={mesosPaths.agent(row.agentId)} className={LINK}>
        {row.host}
      </Link>
    ),
  };
}
