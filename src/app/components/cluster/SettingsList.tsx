import { flattened } from '../../util/flattened.ts';

/** What something was set up with, as names and values; folded, since it is long. Nothing for nothing. */
export function SettingsList({ title, settings }: { title: string; settings: unknown }) {
  const lines = flattened(settings);
  if (lines.length === 0) return undefined;
  return (
    <details className="rounded-xl border border-line bg-surface">
      <summary className="rounded-xl px-4 py-3 font-semibold hover:bg-hover">
        {title} <span className="font-normal text-muted">{lines.length}</span>
      </summary>
      <dl className="grid gap-x-4 gap-y-1 px-4 pb-4 sm:grid-cols-[18rem_1fr]">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted wrap-anywhere">{name}</dt>
            <dd className="font-mono text-xs leading-5 wrap-anywhere max-sm:pb-1.5">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
