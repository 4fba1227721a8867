import { isTerminal, type TaskState, type TaskStatus } from '../../api/mesos/task.ts';
import type { SchedulerLine } from '../framework/scheduler-line.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { JobBook } from './job-book.ts';
import { begun, isReady, noteSuccess } from './job-graph.ts';
import { ended, mayBegin, newRun, runStateOf } from './run-rules.ts';
import type { JobRecord, RunRecord } from './state.ts';

export interface RunTracker {
  onStatus: (status: TaskStatus) => void;
  /** What the success of a job means for its children: those that become ready, with the runs that begin. */
  triggered: (parent: string, now: number) => { jobs: JobRecord[]; runs: RunRecord[] };
  /**
   * A job whose parents have all succeeded begins, unless a run of it is still going on: then it begins when that has ended.
   * `gone`: runs that end by the same change.
   */
  begunWhenReady: (job: JobRecord, now: number, gone?: readonly RunRecord[]) => { job: JobRecord; runs: RunRecord[] };
}

/** Follows the runs by what Mesos says of their tasks. */
export function createRunTracker(parts: { kernel: Kernel; book: JobBook; line: SchedulerLine; changed: () => void }): RunTracker {
  const { kernel, book, line, changed } = parts;
  const { clock, log } = kernel;

  const triggered: RunTracker['triggered'] = (parent, now) => {
    const noted = book
      .children(parent)
      .filter(({ settings }) => !settings.disabled)
      .map((child) => noteSuccess(child, parent));
    const starts = noted.map((child) => begunWhenReady(child, now));
    return { jobs: starts.map(({ job }) => job), runs: starts.flatMap(({ runs }) => runs) };
  };
  const begunWhenReady: RunTracker['begunWhenReady'] = (job, now, gone = []) => {
    const { name } = job.settings;
    const open = book.openOf(name).filter(({ taskId }) => gone.every((run) => run.taskId !== taskId));
    if (!isReady(job) || !mayBegin(job, open)) return { job, runs: [] };
    return { job: begun(job), runs: [newRun(job, { dueAt: now, now, last: false, others: book.runs(name) })] };
  };

  const end = (run: RunRecord, now: number): void => {
    const job = book.jobs().get(run.job);
    // The job was deleted meanwhile: nothing is counted and nothing kept.
    if (!job) return book.save({ dropped: [run] }, now);
    const ending = ended(job, run);
    const children = ending.triggers ? triggered(run.job, now) : { jobs: [], runs: [] };
    const own = ending.retry === undefined ? begunWhenReady(ending.job, now, [run]) : { job: ending.job, runs: [] };
    book.save(
      {
        jobs: [own.job, ...children.jobs],
        runs: [ending.run, ...(ending.retry ? [ending.retry] : []), ...own.runs, ...children.runs],
        ...(run.state === 'success' && { took: { job: run.job, ms: now - run.queuedAt } }),
      },
      now,
    );
  };
  const follow = (run: RunRecord, status: TaskStatus): void => {
    const now = clock.now();
    if (wasNeverLaunched(run, status)) {
      const { launchedAt: _launched, agentId: _agent, host: _host, ...waiting } = run;
      return book.save({ runs: [{ ...waiting, state: 'queued' }] }, now);
    }
    const state = runStateOf(status.state);
    const place = { ...(status.agent_id && { agentId: status.agent_id.value }), ...messageOf(status) };
    if (isTerminal(status.state)) return end({ ...run, ...place, state, endedAt: now }, now);
    const started = state === 'running' && run.startedAt === undefined ? { startedAt: now } : {};
    book.save({ runs: [{ ...run, ...place, ...started, state }] }, now);
  };
  /** Only a run that may take so long makes something due when it starts. */
  const isLimited = (run: RunRecord | undefined): boolean =>
    run !== undefined && (book.jobs().get(run.job)?.settings.maxCompletionTime ?? 0) > 0;
  const acknowledge = ({ agent_id: agentId, task_id: taskId, uuid }: TaskStatus): void => {
    if (uuid !== undefined && agentId) line.call({ type: 'ACKNOWLEDGE', acknowledge: { agent_id: agentId, task_id: taskId, uuid } });
  };
  return {
    triggered,
    begunWhenReady,
    onStatus(status) {
      const run = book.run(status.task_id.value);
      try {
        if (run) follow(run, status);
      } catch (fault) {
        // Not acknowledged, so Mesos tells it again.
        log.error(`The end of run ${status.task_id.value} can not be stored: ${String(fault)}`);
        return;
      }
      // A task of ours that nobody knows any more would run for ever.
      if (!run && !isTerminal(status.state)) line.call({ type: 'KILL', kill: { task_id: status.task_id } });
      acknowledge(status);
      if (isTerminal(status.state) || isLimited(run)) changed();
    },
  };
}

/** What Mesos answers about a task that it does not know: the first to frameworks like Chronos, the others to newer ones. */
const UNKNOWN_STATES: ReadonlySet<TaskState> = new Set<TaskState>(['TASK_LOST', 'TASK_UNKNOWN', 'TASK_GONE', 'TASK_DROPPED']);

/**
 * After a crash between the store and the launch Mesos does not know the task: it was never launched, so nothing has failed. One
 * that came and went while Chronos was away it knows: that has ended, and is not done again.
 */
const wasNeverLaunched = (run: RunRecord, { reason, state }: TaskStatus): boolean =>
  reason === 'REASON_RECONCILIATION' && UNKNOWN_STATES.has(state) && run.state === 'staging' && run.startedAt === undefined;

function messageOf({ message, state }: TaskStatus): Pick<RunRecord, 'message' | 'exitCode'> {
  const code = /exited with status (\d+)/.exec(message ?? '')?.[1];
  const exitCode = state === 'TASK_FINISHED' ? 0 : code === undefined ? undefined : Number(code);
  return { ...(message !== undefined && { message }), ...(exitCode !== undefined && { exitCode }) };
}
