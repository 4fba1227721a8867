import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compactState } from './compact.ts';
import { applyRecord, type MesosState, stateOf } from './mesos-state.ts';
import { ENDED_KEPT } from './task-index.ts';
import type { StateV1, StreamRecord, StreamTaskV1 } from './v1-shapes.ts';
import { newestTasks } from './views.ts';

/** A master as far as its stream goes: it tells what happens, and all of it to whoever comes anew. */
function createMaster() {
  const present = new Map<string, StreamTaskV1>();
  const ended: StreamTaskV1[] = [];
  let now = 1_000;
  const key = (framework: number, task: number): string => `f${framework}/t${task}`;
  return {
    add(framework: number, task: number, agent: number, cpus: number): StreamRecord | undefined {
      const id = key(framework, task);
      if (present.has(id) || ended.some((one) => `${one.framework_id.value}/${one.task_id.value}` === id)) return undefined;
      const added: StreamTaskV1 = {
        name: `n${task % 3}`,
        task_id: { value: `t${task}` },
        framework_id: { value: `f${framework}` },
        agent_id: { value: `a${agent}` },
        state: 'TASK_STAGING',
        resources: [{ name: 'cpus', scalar: { value: cpus / 10 }, allocation_info: { role: '*' } }],
        statuses: [{ state: 'TASK_STAGING', timestamp: (now += 1) }],
      };
      present.set(id, added);
      return { type: 'TASK_ADDED', task_added: { task: structuredClone(added) } };
    },
    update(framework: number, task: number, state: string, healthy: boolean | undefined): StreamRecord | undefined {
      const id = key(framework, task);
      const known = present.get(id);
      if (known === undefined) return undefined;
      const status = { state, timestamp: (now += 1), ...(healthy !== undefined && { healthy }) };
      const next = { ...known, state, statuses: [...(known.statuses ?? []), status] };
      if (/FINISHED|FAILED|KILLED/.test(state)) {
        present.delete(id);
        ended.push(next);
      } else present.set(id, next);
      return {
        type: 'TASK_UPDATED',
        task_updated: { framework_id: known.framework_id, state, status: { ...status, task_id: known.task_id, agent_id: known.agent_id } },
      };
    },
    state: (): StateV1 => ({ get_tasks: { tasks: [...present.values()], completed_tasks: ended } }),
  };
}

const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('add' as const), cpus: fc.integer({ min: 1, max: 9 }), agent: fc.nat(2) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('update' as const),
      state: fc.constantFrom('TASK_RUNNING', 'TASK_UNREACHABLE', 'TASK_KILLING', 'TASK_FINISHED', 'TASK_FAILED', 'TASK_KILLED'),
      healthy: fc.option(fc.boolean(), { nil: undefined }),
    }),
  },
  // the stream is cut: what happens next is not told, until the page is back
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('cut' as const, 'resume' as const) }) },
);
const history = fc.array(fc.tuple(operation, fc.nat(1), fc.nat(7)), { maxLength: 80 });

/** All that a page can be shown. */
const shown = (state: MesosState): unknown => ({
  tasks: newestTasks(state, 1_000),
  frameworks: ['f0', 'f1'].map((id) => state.tasks.tallyOfFramework(id)),
  agents: ['a0', 'a1', 'a2'].map((id) => [
    state.tasks.tallyOfAgent(id),
    [...state.tasks.ofAgent(id)].map(({ frameworkId, id: task }) => `${frameworkId}/${task}`).sort(),
  ]),
  size: state.tasks.size(),
});

it('ends as a fresh snapshot would, whatever happens and wherever the stream is cut', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const master = createMaster();
      const fresh = (): MesosState => stateOf(compactState(master.state()));
      let state = fresh();
      let connected = true;
      for (const [step, framework, task] of steps) {
        if (step.kind === 'cut') connected = false;
        if (step.kind === 'resume') {
          connected = true;
          state = fresh();
        }
        const record =
          step.kind === 'add'
            ? master.add(framework, task, step.agent, step.cpus)
            : step.kind === 'update'
              ? master.update(framework, task, step.state, step.healthy)
              : undefined;
        if (connected && record !== undefined) applyRecord(state, record);
      }
      if (!connected) state = fresh();
      expect(shown(state)).toEqual(shown(fresh()));
    }),
    { numRuns: 300 },
  );
});

it('forgets the tasks that ended first, and counts them no more', () => {
  const master = createMaster();
  const state = stateOf(compactState({}));
  for (let task = 0; task < ENDED_KEPT + 50; task += 1) {
    for (const record of [master.add(0, task, 0, 1), master.update(0, task, 'TASK_FINISHED', undefined)])
      if (record) applyRecord(state, record);
  }
  expect(state.tasks.size()).toBe(ENDED_KEPT);
  expect(state.tasks.get('f0', 't49')).toBeUndefined();
  expect(state.tasks.get('f0', 't50')?.stage).toBe('completed');
  expect(state.tasks.tallyOfFramework('f0').counts.finished).toBe(ENDED_KEPT);
  expect(state.tasks.ofAgent('a0').size).toBe(ENDED_KEPT);
});
