import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { classNames } from '../../util/class-names.ts';

export interface PanelProps {
  title: string;
  to: string;
  /** Takes half of a wide window, else a third. */
  wide?: boolean;
  children: ReactNode;
}

/** One card of the dashboard; its heading leads to the list behind it. */
export function Panel({ title, to, wide, children }: PanelProps) {
  return (
    <section
      aria-label={title}
      className={classNames(
        'flex min-h-70 min-w-0 flex-col rounded-xl border border-line bg-surface',
        wide ? 'xl:col-span-3' : 'xl:col-span-2',
      )}
    >
      <h2 className="border-b border-line">
        <Link
          to={to}
          className="group flex items-center justify-between rounded-t-xl px-4 py-2.5 text-sm font-semibold -outline-offset-2 hover:text-accent"
        >
          {title}
          <ChevronRight aria-hidden size={16} className="text-muted group-hover:text-accent" />
        </Link>
      </h2>
      <div className="flex flex-1 flex-col p-4">{children}</div>
    </section>
  );
}
