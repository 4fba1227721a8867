import type { ReactNode } from 'react';

/** Says that there is nothing, why, and what to do about it. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-12 text-center">
      {icon !== undefined && <span className="mb-1 text-accent">{icon}</span>}
      <h2 className="text-base font-semibold">{title}</h2>
      {children !== undefined && <div className="max-w-lg text-muted">{children}</div>}
      {action !== undefined && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
