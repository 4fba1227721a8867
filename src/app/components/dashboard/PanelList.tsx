import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Skeleton } from '../../ui/Skeleton.tsx';

const ROWS = [0, 1, 2, 3];

export interface PanelListProps {
  loading: boolean;
  error: string | undefined;
  /** Shown when there is nothing to list. */
  empty: ReactNode;
  /** Where the whole list is. */
  more: { to: string; label: string };
  children: ReactNode[];
}

/** The first few entries of a list, and the way to all of it. */
export function PanelList({ loading, error, empty, more, children }: PanelListProps) {
  if (error !== undefined) return <p className="text-muted wrap-anywhere">{error}</p>;
  if (loading) {
    return (
      <div className="flex flex-col gap-4 py-2">
        {ROWS.map((row) => (
          <Skeleton key={row} />
        ))}
      </div>
    );
  }
  if (children.length === 0) return <div className="m-auto text-center text-muted">{empty}</div>;
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">{children}</ul>
      <Link to={more.to} className="mt-auto self-start rounded-sm px-1 pt-3 text-sm font-medium text-accent hover:underline">
        {more.label}
      </Link>
    </>
  );
}
