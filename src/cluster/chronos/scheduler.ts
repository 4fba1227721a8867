import type { SchedulerLine } from '../framework/scheduler-line.ts';
import type { Timer } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { createAgenda } from './agenda.ts';
import type { JobBook } from './job-book.ts';
import type { RunLauncher } from './run-launcher.ts';
import { mayBegin, newRun } from './run-rules.ts';
import { isLaunched, type JobRecord, type RunRecord } from './state.ts';
import { afterDue, nextRunAt } from './timing.ts';

/** The longest a timer is set for: browsers take a longer one for no time at all. */
const LONGEST_TIMER_MS = 2_000_000_000;

export interface Scheduler {
  /** To be called after each change of jobs or runs: looks what is due, and wakes by itself when the next is. */
  review: () => void;
  /** Asks Mesos to end the runs, now and after each subscription until they have ended. */
  kill: (runs: readonly RunRecord[]) => void;
  /** After a subscription: asks for the state of what was launched, and says again what was to be killed. */
  resume: () => void;
  stop: () => void;
}

export function createScheduler(parts: { kernel: Kernel; book: JobBook; line: SchedulerLine; launcher: RunLauncher }): Scheduler {
  const { kernel, book, line, launcher } = parts;
  const { clock, log } = kernel;
  const agenda = createAgenda();
  let timer: Timer | undefined;

  const noteChanges = (): void => {
    for (const name of book.takeTouched()) agenda.set(name, nextRun(book.jobs().get(name)));
  };
  const beginDue = (now: number): void => {
    noteChanges();
    for (const { name, at } of agenda.due(now)) {
      const job = book.jobs().get(name);
      if (job) begin(book, job, at, now);
    }
    noteChanges();
  };
  const kill = (runs: readonly RunRecord[]): void => {
    for (const run of runs) line.call({ type: 'KILL', kill: taskOf(run) });
  };
  const killOverdue = (now: number): void => {
    const late = [...book.open()].filter((run) => run.killed === undefined && overdueAt(book, run) <= now);
    if (late.length === 0) return;
    const marked = late.map((run): RunRecord => ({ ...run, killed: true, overdue: true }));
    book.save({ runs: marked }, now);
    kill(marked);
  };
  const review = (): void => {
    const now = clock.now();
    try {
      beginDue(now);
      killOverdue(now);
    } catch (fault) {
      log.error(`No job is started, since it can not be stored: ${String(fault)}`);
    }
    launcher.wantOffers(now);
    timer?.cancel();
    const next = Math.min(agenda.next(), earliest(book, now));
    if (Number.isFinite(next)) timer = clock.after(Math.min(Math.max(0, next - now), LONGEST_TIMER_MS), review);
  };
  return {
    review,
    kill,
    resume() {
      const launched = [...book.open()].filter(isLaunched);
      if (launched.length > 0) line.call({ type: 'RECONCILE', reconcile: { tasks: launched.map(taskOf) } });
      kill(launched.filter(({ killed }) => killed === true));
      launcher.startOver();
      review();
    },
    stop: () => timer?.cancel(),
  };
}

const taskOf = ({ taskId, agentId }: RunRecord) => ({
  task_id: { value: taskId },
  ...(agentId !== undefined && { agent_id: { value: agentId } }),
});

/** One run for whatever is due of a job, and the time of the one after it: stored together, so that no moment comes twice. */
function begin(book: JobBook, job: JobRecord, dueAt: number, now: number): void {
  if (job.trigger.kind !== 'scheduled') return;
  const trigger = afterDue(job.trigger, now);
  const { name } = job.settings;
  const runs = mayBegin(job, book.openOf(name)) ? [newRun(job, { dueAt, now, last: trigger.left === 0, others: book.runs(name) })] : [];
  book.save({ jobs: [{ ...job, trigger }], runs }, now);
}

/** When a run has taken as long as its job allows, in ms; never while it does not run or may take any time. */
function overdueAt(book: JobBook, run: RunRecord): number {
  const limit = book.jobs().get(run.job)?.settings.maxCompletionTime ?? 0;
  return limit > 0 && run.startedAt !== undefined ? run.startedAt + limit * 1000 : Number.POSITIVE_INFINITY;
}

/** The next moment at which something becomes due of the runs that are there. */
function earliest(book: JobBook, now: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const run of book.open()) {
    if (run.state === 'queued' && run.queuedAt > now) next = Math.min(next, run.queuedAt);
    if (run.killed === undefined) next = Math.min(next, overdueAt(book, run));
  }
  return next;
}

const nextRun = (job: JobRecord | undefined): number | undefined =>
  job && !job.settings.disabled && job.trigger.kind === 'scheduled' ? nextRunAt(job.trigger) : undefined;
