import type { ReactNode } from 'react';

/** A card of names and values. */
export function FactCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-xl border border-line bg-surface p-4">
      <h2 className="pb-2 font-semibold">{title}</h2>
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-2">{children}</dl>
    </section>
  );
}

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 wrap-anywhere">{children}</dd>
    </>
  );
}
