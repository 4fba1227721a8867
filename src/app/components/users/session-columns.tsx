import type { Session } from '../../../api/dcos/users.ts';
import type { UsersWords } from '../../i18n/users-words.ts';
import type { Column } from '../../tables/column.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { formatDateTime } from '../../util/format.ts';
import { clientName } from './client-name.ts';

const time = (iso: string | undefined): number | undefined => (iso === undefined ? undefined : Date.parse(iso));

/** Columns of what is open of a user. The session that one looks from is left by logging out. */
export function sessionColumns({ sessions: words }: UsersWords, onEnd: (session: Session) => void): Column<Session>[] {
  const nameOf = (session: Session): string => sessionName(session, words);
  return [
    {
      id: 'what',
      header: words.columns.what,
      width: 'minmax(9rem, 2fr)',
      sortValue: nameOf,
      cell: (session) => (
        <span className="flex flex-wrap items-center gap-2">
          {nameOf(session)}
          {session.current && <Badge tone="info">{words.current}</Badge>}
        </span>
      ),
    },
    {
      id: 'opened',
      header: words.columns.opened,
      sortValue: (session) => time(session.opened_at),
      cell: (session) => <RelativeTime at={time(session.opened_at)} />,
    },
    {
      id: 'expires',
      header: words.columns.expires,
      from: 'sm',
      sortValue: (session) => time(session.expires_at),
      cell: ({ expires_at: at }) => (at === undefined ? words.never : formatDateTime(Date.parse(at))),
    },
    {
      id: 'end',
      header: words.end,
      width: '5.5rem',
      align: 'end',
      interactive: true,
      cell: (session) =>
        session.current ? undefined : (
          <Button size="sm" aria-label={words.endOne(nameOf(session))} onClick={() => onEnd(session)}>
            {words.end}
          </Button>
        ),
    },
  ];
}

function sessionName({ name, client }: Session, words: UsersWords['sessions']): string {
  if (name !== undefined) return words.token(name);
  const known = clientName(client);
  if (!known) return words.unknown;
  return known.system === undefined ? known.browser : words.on(known.browser, known.system);
}
