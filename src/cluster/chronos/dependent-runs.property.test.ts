import fc from 'fast-check';
import { expect, it } from 'vitest';
import { memoryStore, type Store } from '../kernel/store.ts';
import { isOpen, COLLECTIONS, type RunRecord } from './state.ts';
import { testWorld, type TestWorld } from './test-world.test-support.ts';

const SECOND = 1000;
const RETRIES_OVER = 10 * 60 * SECOND;

interface Spec {
  /** Each is a job before this one, by its number; the first two have none and are run by hand. */
  parents: number[];
  retries: number;
  softError: boolean;
  concurrent: boolean;
  /** Its runs end as soon as they begin: while Chronos is away, too. */
  quick: boolean;
}
type Act =
  | { kind: 'run' | 'kill'; job: number }
  | { kind: 'end'; succeeds: boolean }
  | { kind: 'wait'; seconds: number }
  | { kind: 'die'; writes: number };

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const graphs = fc.integer({ min: 3, max: NAMES.length }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc.record<Spec>({
        parents: index < 2 ? fc.constant([]) : fc.uniqueArray(fc.integer({ min: 0, max: index - 1 }), { minLength: 1, maxLength: 3 }),
        retries: fc.constantFrom(0, 0, 1),
        softError: fc.boolean(),
        concurrent: fc.boolean(),
        quick: fc.boolean(),
      }),
    ),
  ),
);
const job = fc.nat({ max: NAMES.length - 1 });
const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant<'run'>('run'), job: fc.nat({ max: 1 }) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant<'end'>('end'), succeeds: fc.boolean() }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant<'wait'>('wait'), seconds: fc.constantFrom(0, 1, 61) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant<'kill'>('kill'), job }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant<'die'>('die'), writes: fc.integer({ min: 1, max: 5 }) }) },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
);

/**
 * Reads from what is stored which runs begin and end, and keeps for each child the parents that have succeeded since its last
 * start: the rule itself, held against every single write.
 */
function watched(specs: readonly Spec[]) {
  const parents = new Map(specs.map((spec, index) => [nameOf(index), spec.parents.map(nameOf)]));
  const since = new Map([...parents.keys()].map((name) => [name, new Set<string>()]));
  const begun = new Set<string>();
  const over = new Set<string>();
  const starts: string[] = [];
  const wrong: string[] = [];
  const isWhole = (name: string): boolean => parents.get(name)?.every((parent) => since.get(name)?.has(parent)) === true;

  const ended = (run: RunRecord): void => {
    if (over.has(run.taskId)) return void wrong.push(`${run.taskId} ended twice`);
    over.add(run.taskId);
    const spec = specs[NAMES.indexOf(run.job)];
    const lastFailure = run.state === 'failure' && run.attempt >= (spec?.retries ?? 0);
    if (run.state !== 'success' && !(lastFailure && spec?.softError)) return;
    for (const [child, its] of parents) if (its.includes(run.job)) since.get(child)?.add(run.job);
  };
  const started = (run: RunRecord): void => {
    if (begun.has(run.taskId)) return;
    begun.add(run.taskId);
    starts.push(run.job);
    if (parents.get(run.job)?.length === 0) return;
    if (!isWhole(run.job)) wrong.push(`${run.taskId} began after ${[...(since.get(run.job) ?? [])].join()} alone`);
    since.get(run.job)?.clear();
  };
  const memory = memoryStore();
  const store: Store = {
    ...memory,
    write(batch) {
      memory.write(batch);
      const runs = batch.filter(({ collection, value }) => collection === COLLECTIONS.runs && value !== undefined);
      const records = runs.map(({ value }) => value as RunRecord);
      for (const run of records) if (!isOpen(run)) ended(run);
      for (const run of records) if (run.state === 'queued' && run.attempt === 0) started(run);
    },
  };
  return {
    store,
    wrong,
    starts,
    waiting: (): string[] => specs.map((_, index) => nameOf(index)).filter((name) => isChild(name) && isWhole(name)),
  };
  function isChild(name: string): boolean {
    return (parents.get(name)?.length ?? 0) > 0;
  }
}

const nameOf = (index: number): string => NAMES[index] ?? '';
const goingOn = (world: TestWorld): string[] =>
  [...world.mesos.tasks].filter(([, { state }]) => state === 'TASK_RUNNING').map(([taskId]) => taskId);

async function perform(world: TestWorld, specs: readonly Spec[], act: Act): Promise<void> {
  if (act.kind === 'wait') await world.clock.advance(act.seconds * SECOND);
  else if (act.kind === 'die') world.dieAfterWrites(act.writes);
  else if (act.kind === 'end') {
    const [taskId] = goingOn(world);
    if (taskId !== undefined) world.mesos.send(taskId, act.succeeds ? 'TASK_FINISHED' : 'TASK_FAILED');
  } else {
    const spec = specs[act.job];
    try {
      if (spec && act.kind === 'kill') world.chronos.commands.killRuns(nameOf(act.job));
      if (spec?.parents.length === 0 && act.kind === 'run') world.chronos.commands.runNow(nameOf(act.job), '');
    } catch (fault) {
      // Chronos has died of it.
      if (world.alive) throw fault;
    }
  }
  await world.settle();
  if (world.alive) return;
  world.restart();
  await world.settle();
}

it('a child begins when all its parents have succeeded since its last start, never before, whatever fails, is killed or crashes', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, acts, async (specs, all) => {
      const watch = watched(specs);
      const world = testWorld({ store: watch.store, agents: [{ id: 'S0', hostname: 'a1', cpus: 64, mem: 65_536 }] });
      const isQuick = (name: string): boolean => specs[NAMES.indexOf(name)]?.quick === true;
      world.mesos.life = ({ name }) => (isQuick(name.replace('ChronosTask:', '')) ? ['TASK_RUNNING', 'TASK_FINISHED'] : ['TASK_RUNNING']);
      for (const [index, { parents, ...more }] of specs.entries()) {
        if (parents.length === 0) world.scheduled(nameOf(index), 'R/2099-01-01T00:00:00Z/P1D', more);
        else world.dependent(nameOf(index), parents.map(nameOf), more);
      }
      await world.settle();
      for (const act of all) await perform(world, specs, act);
      world.dieAfterWrites(Infinity);
      for (let step = 0; step < 200 && [...world.chronos.book.open()].length > 0; step++) {
        for (const taskId of goingOn(world)) world.mesos.send(taskId, 'TASK_FINISHED');
        await world.clock.advance(RETRIES_OVER);
      }
      expect([...world.chronos.book.open()]).toEqual([]);
      expect(watch.wrong).toEqual([]);
      expect(watch.waiting()).toEqual([]);
      expect(world.mesos.faults).toEqual([]);
    }),
    { numRuns: 300 },
  );
}, 60_000);
