import type { AppDefinition } from '../../../api/marathon/definition.ts';
import { placementValue } from '../placement/placement-value.ts';
import { serves, type InstanceRecord } from '../state.ts';

/** Which to end first: what does least work. Waiting ones before those already ending, then as far as a task has come. */
const PROGRESS: Partial<Record<InstanceRecord['condition'], number>> = {
  Scheduled: 0,
  Killing: 1,
  Unreachable: 2,
  Provisioned: 3,
  Staging: 4,
  Starting: 5,
};
const RUNNING = 6;

const ENDING = 1;
const progress = (instance: InstanceRecord): number =>
  instance.killed && instance.condition !== 'Scheduled' ? ENDING : (PROGRESS[instance.condition] ?? RUNNING);

/**
 * The instances to end when `count` of the candidates have to go (§7.5): those that do not serve before those that do, then
 * those that sit in the fullest group of a GROUP_BY, then by state, then by age as `killSelection` says.
 */
export function selectToKill(
  app: Pick<AppDefinition, 'killSelection' | 'constraints'>,
  candidates: readonly InstanceRecord[],
  count: number,
): InstanceRecord[] {
  if (count >= candidates.length) return [...candidates];
  const youngestFirst = app.killSelection === 'YOUNGEST_FIRST' ? -1 : 1;
  const rank = new Map(candidates.map((instance) => [instance, (serves(instance) ? RUNNING + 1 : 0) + progress(instance)]));
  const rankOf = (instance: InstanceRecord): number => rank.get(instance) ?? 0;
  // The id decides between equals, so that the same state always gives the same choice; ids of one moment rise with their order.
  const order = (a: InstanceRecord, b: InstanceRecord): number =>
    rankOf(a) - rankOf(b) || youngestFirst * (a.createdAt - b.createdAt) || youngestFirst * (a.id < b.id ? -1 : 1);
  const sorted = [...candidates].sort(order);
  const groupedBy = app.constraints?.filter(([, operator]) => operator === 'GROUP_BY').map(([field]) => field ?? '') ?? [];
  return groupedBy.length === 0 ? sorted.slice(0, count) : balanced(sorted, count, groupedBy, rankOf);
}

/** Takes one after the other from the fullest group, so that what stays is spread as evenly as before or better. */
function balanced(
  sorted: InstanceRecord[],
  count: number,
  fields: readonly string[],
  rankOf: (instance: InstanceRecord) => number,
): InstanceRecord[] {
  const groupOf = (instance: InstanceRecord): string =>
    fields.map((field) => (instance.placement && placementValue(instance.placement, field)) ?? '').join('\n');
  const size = new Map<string, number>();
  for (const instance of sorted) size.set(groupOf(instance), (size.get(groupOf(instance)) ?? 0) + 1);
  const left = [...sorted];
  const chosen: InstanceRecord[] = [];
  while (chosen.length < count) {
    const fullest = Math.max(
      ...left.filter((instance) => rankOf(instance) >= RUNNING).map((instance) => size.get(groupOf(instance)) ?? 0),
      0,
    );
    const index = left.findIndex((instance) => rankOf(instance) < RUNNING || size.get(groupOf(instance)) === fullest);
    const [instance] = left.splice(Math.max(0, index), 1);
    if (!instance) break;
    size.set(groupOf(instance), (size.get(groupOf(instance)) ?? 1) - 1);
    chosen.push(instance);
  }
  return chosen;
}
