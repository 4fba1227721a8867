import type { RunSpecBase } from '../../../api/marathon/definition.ts';
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
const ENDING = 1;
const RUNNING = 6;

const progress = (instance: InstanceRecord): number =>
  instance.killed && instance.condition !== 'Scheduled' ? ENDING : (PROGRESS[instance.condition] ?? RUNNING);

/** All that does not serve comes before what does. */
const rankOf = (instance: InstanceRecord): number => (serves(instance) ? RUNNING + 1 : progress(instance));

/**
 * The instances to end when `count` of the candidates have to go (§7.5): those that do not serve before those that do, then
 * those that sit in the fullest group of a GROUP_BY, then by state, then by age as `killSelection` says.
 */
export function selectToKill(
  app: Pick<RunSpecBase, 'killSelection' | 'constraints'>,
  candidates: readonly InstanceRecord[],
  count: number,
): InstanceRecord[] {
  if (count >= candidates.length) return [...candidates];
  const sign = app.killSelection === 'YOUNGEST_FIRST' ? -1 : 1;
  const ranked = candidates.map((instance): Ranked => ({ instance, rank: rankOf(instance) }));
  const order = (a: Ranked, b: Ranked): number => a.rank - b.rank || sign * byAge(a.instance, b.instance);
  const groupedBy = app.constraints?.filter(([, operator]) => operator === 'GROUP_BY').map(([field]) => field ?? '') ?? [];
  if (groupedBy.length > 0) return balanced(ranked.sort(order), count, groupedBy);
  // An upgrade takes them one by one: that must not sort all of them each time.
  const first = count === 1 ? [ranked.reduce((best, each) => (order(each, best) < 0 ? each : best))] : ranked.sort(order);
  return first.slice(0, count).map(({ instance }) => instance);
}

interface Ranked {
  instance: InstanceRecord;
  rank: number;
}

/** The id decides between those of one moment, so that the same state always gives the same choice; ids rise with time. */
const byAge = (a: InstanceRecord, b: InstanceRecord): number => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/** Takes one after the other from the fullest group, so that what stays is spread as evenly as before or better. */
function balanced(sorted: readonly Ranked[], count: number, fields: readonly string[]): InstanceRecord[] {
  const groupOf = ({ placement }: InstanceRecord): string =>
    fields.map((field) => (placement && placementValue(placement, field)) ?? '').join('\n');
  const size = new Map<string, number>();
  const add = (instance: InstanceRecord, sign: 1 | -1): void => void size.set(groupOf(instance), (size.get(groupOf(instance)) ?? 0) + sign);
  for (const { instance } of sorted) add(instance, 1);
  const idle = sorted.filter(({ rank }) => rank < RUNNING).map(({ instance }) => instance);
  const busy = sorted.filter(({ rank }) => rank >= RUNNING).map(({ instance }) => instance);
  const chosen = idle.slice(0, count);
  for (const instance of chosen) add(instance, -1);
  while (chosen.length < count) {
    const fullest = Math.max(...busy.map((instance) => size.get(groupOf(instance)) ?? 0));
    const index = busy.findIndex((instance) => size.get(groupOf(instance)) === fullest);
    const [instance] = busy.splice(index, 1);
    if (!instance) break;
    add(instance, -1);
    chosen.push(instance);
  }
  return chosen;
}
