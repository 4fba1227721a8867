/** Milliseconds of Mesos' durations in flags and queries: `2secs`, `500ms`, `1.5hrs`. */
const UNIT_MS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ns: 1e-6,
    us: 1e-3,
    ms: 1,
    secs: 1000,
    mins: 60_000,
    hrs: 3_600_000,
    days: 86_400_000,
    weeks: 604_800_000,
  }),
);

/** undefined when the text is not a duration. */
export function durationMs(text: string): number | undefined {
  const [, amount, unit] = /^(-?\d+(?:\.\d+)?)([a-z]+)$/.exec(text) ?? [];
  const factor = unit === undefined ? undefined : UNIT_MS.get(unit);
  return factor === undefined ? undefined : Number(amount) * factor;
}
