import type { JobRecord, Parents } from './state.ts';

/** Who runs after whom. Pure rules over all jobs by name. */
export type Jobs = ReadonlyMap<string, JobRecord>;

export const parentsOf = ({ trigger }: JobRecord): readonly string[] => (trigger.kind === 'dependent' ? trigger.parents : []);

/** The jobs that run after this one, by name. */
export const childrenOf = (jobs: Jobs, name: string): JobRecord[] =>
  [...jobs.values()].filter((job) => parentsOf(job).includes(name)).sort((a, b) => (a.settings.name < b.settings.name ? -1 : 1));

/** The first parent that is not there. */
export const unknownParent = (jobs: Jobs, parents: readonly string[]): string | undefined => parents.find((parent) => !jobs.has(parent));

/** The way by which a job would come to wait for itself if it had these parents; undefined when it would not. */
export function circle(jobs: Jobs, name: string, parents: readonly string[]): string[] | undefined {
  const seen = new Set<string>();
  const climb = (at: string, way: string[]): string[] | undefined => {
    if (at === name) return [...way, at];
    if (seen.has(at)) return undefined;
    seen.add(at);
    const job = jobs.get(at);
    for (const parent of job ? parentsOf(job) : []) {
      const found = climb(parent, [...way, at]);
      if (found) return found;
    }
    return undefined;
  };
  for (const parent of parents) {
    const found = climb(parent, [name]);
    if (found) return found;
  }
  return undefined;
}

/**
 * What the children of a job become when it is removed (recorded): those of a dependent job take its parents for it, those of a
 * scheduled one its schedule, even if they have other parents.
 */
export function orphans(jobs: Jobs, removed: JobRecord): JobRecord[] {
  const { name } = removed.settings;
  return childrenOf(jobs, name).map((child) => ({
    ...child,
    trigger: removed.trigger.kind === 'scheduled' ? removed.trigger : inherited(child.trigger as Parents, removed.trigger, name),
  }));
}

function inherited(child: Parents, removed: Parents, name: string): Parents {
  const parents = [...new Set([...child.parents.filter((parent) => parent !== name), ...removed.parents])];
  return { kind: 'dependent', parents, succeeded: child.succeeded.filter((parent) => parents.includes(parent)) };
}

/** A success of `parent`, as its child notes it: once, however often it succeeds before the child's next start. */
export function noteSuccess(child: JobRecord, parent: string): JobRecord {
  const { trigger } = child;
  if (trigger.kind !== 'dependent' || trigger.succeeded.includes(parent)) return child;
  return { ...child, trigger: { ...trigger, succeeded: [...trigger.succeeded, parent] } };
}

/** Whether all its parents have succeeded since its last start. */
export const isReady = ({ trigger }: JobRecord): boolean =>
  trigger.kind === 'dependent' && trigger.parents.every((parent) => trigger.succeeded.includes(parent));

/** The job as it waits for its parents anew. */
export function begun(job: JobRecord): JobRecord {
  return job.trigger.kind === 'dependent' ? { ...job, trigger: { ...job.trigger, succeeded: [] } } : job;
}
