import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useClusterWords } from '../../i18n/cluster-words.ts';
import { isAbsent } from '../../live/cluster-facts.ts';
import { FactCard } from '../../ui/FactCard.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusText } from '../../ui/StatusText.tsx';

export interface PartCardProps<Data> {
  title: string;
  /** What the part says of itself. */
  part: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What one part of the cluster says of itself; one that is missing is shown as missing, not as broken. */
export function PartCard<Data>({ title, part, children }: PartCardProps<Data>) {
  if (part.data !== undefined) return <FactCard title={title}>{children(part.data)}</FactCard>;
  return (
    <section aria-label={title} className="rounded-xl border border-line bg-surface p-4">
      <h2 className="pb-2 font-semibold">{title}</h2>
      {part.error ? <Missing error={part.error} /> : <Skeleton className="h-24" />}
    </section>
  );
}

function Missing({ error }: { error: Error }) {
  const words = useClusterWords();
  if (isAbsent(error)) {
    return (
      <p className="text-muted wrap-anywhere">
        <StatusText tone="idle">{error.message}</StatusText>
      </p>
    );
  }
  return <p className="text-danger wrap-anywhere">{words.ill(error.message)}</p>;
}
