import { type ReactNode, useState } from 'react';

/** A titled group of fields. With `folded` out of the way until asked for, or where something in it is set or wrong. */
export function FormGroup({ title, folded, children }: { title: string; folded?: { set: boolean; wrong: boolean }; children: ReactNode }) {
  const [open, setOpen] = useState(folded?.set ?? true);
  if (folded === undefined) {
    return (
      <section className="flex flex-col gap-4 border-t border-line pt-4">
        <h3 className="text-sm font-semibold">{title}</h3>
        {children}
      </section>
    );
  }
  return (
    <details open={open || folded.wrong} className="border-t border-line pt-3" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit rounded-sm text-sm font-medium text-accent">{title}</summary>
      <div className="mt-3 flex flex-col gap-4">{children}</div>
    </details>
  );
}
