import type { ChronosJob, JobCounters, JobSettings, JobSummary, JobTrigger } from '../../../api/chronos/job.ts';
import type { JobBook } from '../job-book.ts';
import { stateText, statusOf } from '../run-rules.ts';
import type { JobRecord } from '../state.ts';
import { scheduleText } from '../timing.ts';

type Key = keyof (JobSettings & JobCounters) | 'parents' | 'schedule' | 'scheduleTimeZone';

/** The keys of a job in the order in which Chronos prints them. */
const KEYS = [
  'name',
  'command',
  'shell',
  'executor',
  'executorFlags',
  'taskInfoData',
  'retries',
  'owner',
  'ownerName',
  'description',
  'successCount',
  'errorCount',
  'lastSuccess',
  'lastError',
  'cpus',
  'disk',
  'mem',
  'disabled',
  'softError',
  'dataProcessingJobType',
  'errorsSinceLastSuccess',
  'fetch',
  'uris',
  'environmentVariables',
  'arguments',
  'highPriority',
  'runAsUser',
  'concurrent',
  'maxCompletionTime',
  'container',
  'constraints',
  'parents',
  'schedule',
  'scheduleTimeZone',
] as const satisfies readonly Key[];

export function jobView({ settings, counters, trigger }: JobRecord): ChronosJob {
  const told: JobTrigger =
    trigger.kind === 'scheduled'
      ? { schedule: scheduleText(trigger), scheduleTimeZone: trigger.timeZone }
      : { parents: trigger.parents.toSorted() };
  const all: Partial<Record<string, unknown>> = { ...settings, ...counters, ...told };
  return Object.fromEntries(KEYS.filter((key) => all[key] !== undefined).map((key) => [key, all[key]])) as unknown as ChronosJob;
}

/** What a list says of a job, by its record: a record never changes, and printing thousands anew at each look takes its time. */
const printed = new WeakMap<JobRecord, string>();

/** A list of jobs as the text of its JSON. */
export function jobList(records: Iterable<JobRecord>): string {
  const texts: string[] = [];
  for (const record of records) {
    const text = printed.get(record) ?? JSON.stringify(listedJob(record));
    printed.set(record, text);
    texts.push(text);
  }
  return `[${texts.join()}]`;
}

/** In lists what is fetched shows in both spellings (recorded). */
function listedJob(record: JobRecord): ChronosJob {
  const job = jobView(record);
  if (job.fetch.length > 0) return { ...job, uris: job.fetch.map(({ uri }) => uri) };
  return { ...job, fetch: job.uris.map((uri) => ({ uri, executable: false, cache: false, extract: true })) };
}

export function jobSummary({ settings, counters, trigger }: JobRecord, book: Pick<JobBook, 'openOf'>): JobSummary {
  return {
    name: settings.name,
    status: statusOf(counters),
    state: stateText(book.openOf(settings.name)),
    schedule: trigger.kind === 'scheduled' ? scheduleText(trigger) : '',
    parents: trigger.kind === 'dependent' ? trigger.parents.toSorted() : [],
    disabled: settings.disabled,
  };
}
