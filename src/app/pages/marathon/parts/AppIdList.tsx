/** The ids that something is about to be done to: all of them, and folded away where they are many. */
export function AppIdList({ label, ids }: { label: string; ids: readonly string[] }) {
  return (
    <details open className="rounded-md border border-line bg-sunken px-3 py-1.5 text-sm">
      <summary className="rounded-sm text-muted">
        {label} ({ids.length})
      </summary>
      <ul aria-label={label} className="pt-1 wrap-anywhere">
        {ids.map((id) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
    </details>
  );
}
