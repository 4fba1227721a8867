/** The ids that something is about to be done to: all of them, within a height that a dialog has. */
export function AppIdList({ label, ids }: { label: string; ids: readonly string[] }) {
  return (
    <ul
      // What scrolls has to be reachable by the keyboard.
      tabIndex={0}
      aria-label={label}
      className="max-h-40 overflow-y-auto rounded-md border border-line bg-sunken px-3 py-1.5 text-sm wrap-anywhere"
    >
      {ids.map((id) => (
        <li key={id}>{id}</li>
      ))}
    </ul>
  );
}
