import type { Offer } from '../../api/mesos/scheduler.ts';
import type { SchedulerLine } from '../framework/scheduler-line.ts';
import type { JobBook } from './job-book.ts';
import { fitting, type Waiting } from './offer-match.ts';
import { runTask } from './run-task.ts';
import type { RunRecord } from './state.ts';

/** How long the resources of an agent that no waiting run fits on stay away, in seconds; a REVIVE ends it. */
const REFUSE_SECONDS = 5;

export interface RunLauncher {
  onOffers: (offers: readonly Offer[], now: number) => void;
  /** To be called when what waits may have changed. */
  wantOffers: (now: number) => void;
  /** After a subscription, which begins without offers. */
  startOver: () => void;
}

/** Asks for offers while something waits, and launches what fits. */
export function createRunLauncher(book: JobBook, line: SchedulerLine): RunLauncher {
  let asked: ReadonlySet<string> = new Set();

  /** What is new ends the refusals that hold offers back; asking again for the same would go round in circles. */
  const wantOffers = (now: number): void => {
    const waiting = new Set(waitingRuns(book, now).map(({ run }) => run.taskId));
    if ([...waiting].some((taskId) => !asked.has(taskId))) line.call({ type: 'REVIVE' });
    else if (waiting.size === 0 && asked.size > 0) line.call({ type: 'SUPPRESS' });
    asked = waiting;
  };
  const launch = (offer: Offer, waiting: readonly Waiting[], now: number): ReadonlySet<RunRecord> => {
    const chosen = fitting(offer, waiting);
    if (chosen.length === 0) {
      line.call({ type: 'DECLINE', decline: { offer_ids: [offer.id], filters: { refuse_seconds: REFUSE_SECONDS } } });
      return new Set();
    }
    const place = { state: 'staging', launchedAt: now, agentId: offer.agent_id.value, host: offer.hostname } as const;
    // Stored before it is launched: after a crash the task is asked for, not started a second time.
    book.save({ runs: chosen.map(({ run }) => ({ ...run, ...place })) }, now);
    const operations = [{ type: 'LAUNCH' as const, launch: { task_infos: chosen.map((each) => runTask(each, offer)) } }];
    line.call({ type: 'ACCEPT', accept: { offer_ids: [offer.id], operations, filters: { refuse_seconds: 0 } } });
    return new Set(chosen.map(({ run }) => run));
  };
  return {
    wantOffers,
    onOffers(offers, now) {
      let waiting = waitingRuns(book, now);
      for (const offer of offers) {
        const launched = launch(offer, waiting, now);
        waiting = waiting.filter(({ run }) => !launched.has(run));
      }
      wantOffers(now);
    },
    startOver() {
      asked = new Set();
    },
  };
}

/** The runs that may be launched now: those of high priority first, then the one that has waited longest. */
function waitingRuns(book: JobBook, now: number): Waiting[] {
  const waiting: Waiting[] = [];
  for (const run of book.open()) {
    const job = book.jobs().get(run.job);
    if (job && run.state === 'queued' && run.queuedAt <= now) waiting.push({ job, run });
  }
  const rank = ({ job }: Waiting): number => (job.settings.highPriority ? 0 : 1);
  return waiting.sort((a, b) => rank(a) - rank(b) || a.run.queuedAt - b.run.queuedAt);
}
