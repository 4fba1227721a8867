import { ChevronRight } from 'lucide-react';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { useMessages } from '../i18n/messages.ts';

export interface Crumb {
  label: string;
  to: string;
}

/** From so many levels on those between the first and the last are folded into one mark. */
const MANY = 4;

/** The way to a page, without the page itself. */
export function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { shell } = useMessages();
  const [open, setOpen] = useState(false);
  const folded = crumbs.length >= MANY && !open;
  const shown = folded ? [...crumbs.slice(0, 1), ...crumbs.slice(-1)] : crumbs;
  return shown.map(({ label, to }, index) => (
    <Fragment key={to}>
      {folded && index === 1 && (
        <span className="flex items-center gap-1.5 text-lg text-muted">
          <button
            type="button"
            aria-label={shell.showAllLevels}
            className="rounded-sm px-1 hover:text-accent"
            onClick={() => setOpen(true)}
          >
            …
          </button>
          <ChevronRight aria-hidden size={16} />
        </span>
      )}
      <span className="flex items-center gap-1.5 text-lg text-muted">
        <Link to={to} className="rounded-sm hover:text-accent">
          {label}
        </Link>
        <ChevronRight aria-hidden size={16} />
      </span>
    </Fragment>
  ));
}
