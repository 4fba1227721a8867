export type JobDocument = Record<string, unknown>;

export const parentsOf = ({ parents }: JobDocument): string[] => (Array.isArray(parents) ? parents.map(String) : []);

/** The jobs of an exported list; undefined for anything else. */
export function jobsOfText(text: string): JobDocument[] | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    const list = Array.isArray(value) ? value : [value];
    return list.every((job) => typeof job === 'object' && job !== null && !Array.isArray(job) && 'name' in job)
      ? (list as JobDocument[])
      : undefined;
  } catch {
    return undefined;
  }
}

/** Parents before their children, as Chronos wants them made; what waits in a circle comes last and is left to Chronos to refuse. */
export function importOrder(jobs: readonly JobDocument[]): JobDocument[] {
  const waiting = new Set(jobs);
  const names = new Set(jobs.map(({ name }) => String(name)));
  const ordered: JobDocument[] = [];
  const made = new Set<string>();
  for (let before = -1; ordered.length > before;) {
    before = ordered.length;
    for (const job of waiting) {
      if (parentsOf(job).some((parent) => names.has(parent) && !made.has(parent))) continue;
      waiting.delete(job);
      ordered.push(job);
      made.add(String(job['name']));
    }
  }
  return [...ordered, ...waiting];
}
