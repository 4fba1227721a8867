import * as z from 'zod/mini';
import { constraintPattern } from './constraint-pattern.ts';
import {
  CONSTRAINT_OPERATORS,
  CONTAINER_NETWORKS,
  CONTAINER_TYPES,
  type JobContainer,
  type JobConstraint,
  type JobCounters,
  type JobSettings,
} from './job.ts';
import { isZone, readSchedule, type ScheduleProblem } from './schedule.ts';

/** What `iso8601` and `dependency` take. Numbers and truth may be texts, as Chronos' own reader lets them; unknown keys are ignored. */
const text = z.optional(z.nullable(z.string()));
const amount = z.optional(
  z.nullable(z.union([z.number(), z.pipe(z.string().check(z.regex(/^-?\d+(\.\d+)?$/, 'a number is wanted')), z.transform(Number))])),
);
const flag = z.optional(
  z.nullable(
    z.union([
      z.boolean(),
      z.pipe(
        z.enum(['true', 'false']),
        z.transform((word) => word === 'true'),
      ),
    ]),
  ),
);
const list = <Item>(item: z.ZodMiniType<Item>) => z.optional(z.nullable(z.array(item)));
const pair = z.object({ key: z.string(), value: z.string() });

const containerSchema = z.looseObject({
  type: z.optional(z.enum(CONTAINER_TYPES)),
  image: text,
  network: z.optional(z.enum(CONTAINER_NETWORKS)),
  networkName: text,
  networkInfos: list(z.unknown()),
  volumes: list(z.looseObject({ hostPath: text, containerPath: z.string(), mode: z.optional(z.enum(['RO', 'RW'])) })),
  forcePullImage: flag,
  parameters: list(pair),
});

export const jobBodySchema = z.looseObject({
  name: z.string(),
  command: text,
  shell: flag,
  executor: text,
  executorFlags: text,
  taskInfoData: text,
  retries: amount,
  owner: text,
  ownerName: text,
  description: text,
  cpus: amount,
  disk: amount,
  mem: amount,
  disabled: flag,
  softError: flag,
  dataProcessingJobType: flag,
  fetch: list(z.looseObject({ uri: text, executable: flag, cache: flag, extract: flag, output_file: text })),
  uris: list(z.string()),
  environmentVariables: list(z.looseObject({ name: z.string(), value: z.string() })),
  arguments: list(z.string()),
  highPriority: flag,
  runAsUser: text,
  concurrent: flag,
  maxCompletionTime: amount,
  container: z.optional(z.nullable(containerSchema)),
  constraints: list(z.tuple([z.string(), z.string(), z.string()])),
  successCount: amount,
  errorCount: amount,
  lastSuccess: text,
  lastError: text,
  errorsSinceLastSuccess: amount,
  schedule: text,
  scheduleTimeZone: text,
  parents: list(z.string()),
});
type Body = z.infer<typeof jobBodySchema>;

/** Letters, digits, `_`, `-` and dots: the name is part of task ids and paths. */
export const JOB_NAME = /^[\w.-]+$/;

/** What is wrong with a body: the field, and a sentence that says it. */
export interface JobProblem {
  field: string;
  message: string;
}

type Read<T> = T | { problem: JobProblem };
export interface SubmittedJob {
  settings: JobSettings;
  counters: JobCounters;
}

const refused = (field: string, message: string): { problem: JobProblem } => ({ problem: { field, message } });

/** A job with a schedule. Whether its parts fit together with other jobs is not judged here. */
export function readScheduledJob(body: unknown): Read<SubmittedJob & { schedule: string; scheduleTimeZone: string }> {
  const read = readBody(body);
  if ('problem' in read) return read;
  const { schedule, scheduleTimeZone } = read.body;
  if (typeof schedule !== 'string' || schedule === '')
    return refused('schedule', 'A scheduled job needs a schedule, like R/2026-01-01T00:00:00Z/P1D.');
  const problem = scheduleProblem(schedule) ?? zoneProblem(scheduleTimeZone ?? '');
  return problem ? { problem } : { ...read.job, schedule, scheduleTimeZone: scheduleTimeZone ?? '' };
}

/** A job that runs after its parents, each of which is named once. */
export function readDependentJob(body: unknown): Read<SubmittedJob & { parents: string[] }> {
  const read = readBody(body);
  if ('problem' in read) return read;
  const parents = [...new Set(read.body.parents ?? [])];
  return parents.length === 0 ? refused('parents', 'A dependent job needs at least one parent.') : { ...read.job, parents };
}

const SCHEDULE_PROBLEMS: Record<ScheduleProblem, string> = {
  form: 'is not of the form R[n]/<start>/<period>, like R/2026-01-01T00:00:00Z/P1D',
  start: 'begins at no date or time of ISO 8601',
  'before-1970': 'begins before 1970',
  period: 'has no period of ISO 8601; hours, minutes and seconds come after a T, like PT1H',
  'period-negative': 'has a period that goes back in time',
  'period-zero': 'has a period of no length, so it would run without end at once',
};

export function scheduleProblem(schedule: string): JobProblem | undefined {
  const read = readSchedule(schedule);
  return 'problem' in read ? { field: 'schedule', message: `The schedule '${schedule}' ${SCHEDULE_PROBLEMS[read.problem]}.` } : undefined;
}

function zoneProblem(zone: string): JobProblem | undefined {
  if (isZone(zone)) return undefined;
  return { field: 'scheduleTimeZone', message: `There is no time zone '${zone}'. Name one like Europe/Berlin, or an offset like GMT+2.` };
}

function readBody(value: unknown): Read<{ body: Body; job: SubmittedJob }> {
  const checked = jobBodySchema.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    return refused(
      field,
      field === '' ? 'The body has to be a JSON object.' : `The field '${field}' is not as it should be: ${issue?.message ?? ''}.`,
    );
  }
  const body = checked.data;
  const settings = settingsOf(body);
  const problem = settingsProblem(settings, body);
  return problem ? { problem } : { body, job: { settings, counters: countersOf(body) } };
}

function settingsProblem(job: JobSettings, body: Body): JobProblem | undefined {
  if (!JOB_NAME.test(job.name)) {
    return {
      field: 'name',
      message: `The name '${job.name}' is not allowed: letters, digits, '_', '-' and '.' only, and at least one of them.`,
    };
  }
  if ((body.uris ?? []).length > 0 && (body.fetch ?? []).length > 0) {
    return { field: 'fetch', message: `The job '${job.name}' has both uris (the old way) and fetch. Use one of them.` };
  }
  for (const field of ['cpus', 'mem', 'disk', 'retries', 'maxCompletionTime'] as const) {
    if (job[field] < 0) return { field, message: `The field '${field}' is ${job[field]}; it has to be 0 or more.` };
  }
  for (const field of ['retries', 'maxCompletionTime'] as const) {
    if (!Number.isInteger(job[field])) return { field, message: `The field '${field}' is ${job[field]}; it has to be a whole number.` };
  }
  return constraintProblem(job.constraints);
}

/** A pattern that cannot be read would fit no agent, and the job would wait for ever. */
function constraintProblem(constraints: readonly JobConstraint[]): JobProblem | undefined {
  const wrong = constraints.find(([, operator, value]) => operator !== 'EQUALS' && !constraintPattern(value));
  return (
    wrong && {
      field: 'constraints',
      message: `The constraint ${wrong.join(' ')} has no regular expression: '${wrong[2]}' cannot be read as one.`,
    }
  );
}

function settingsOf(body: Body): JobSettings {
  return {
    name: body.name,
    command: body.command ?? '',
    shell: body.shell ?? true,
    executor: body.executor ?? '',
    executorFlags: body.executorFlags ?? '',
    taskInfoData: body.taskInfoData ?? '',
    retries: body.retries ?? 2,
    owner: body.owner ?? '',
    ownerName: body.ownerName ?? '',
    description: body.description ?? '',
    cpus: body.cpus ?? 0.1,
    disk: body.disk ?? 256,
    mem: body.mem ?? 128,
    disabled: body.disabled ?? false,
    softError: body.softError ?? false,
    dataProcessingJobType: body.dataProcessingJobType ?? false,
    fetch: (body.fetch ?? []).map(({ uri, executable, cache, extract, output_file: file }) => ({
      uri: uri ?? '',
      executable: executable ?? false,
      cache: cache ?? false,
      extract: extract ?? true,
      ...(file && { output_file: file }),
    })),
    uris: body.uris ?? [],
    environmentVariables: (body.environmentVariables ?? []).map(({ name, value }) => ({ name, value })),
    arguments: body.arguments ?? [],
    highPriority: body.highPriority ?? false,
    runAsUser: body.runAsUser ?? 'root',
    concurrent: body.concurrent ?? false,
    maxCompletionTime: body.maxCompletionTime ?? 0,
    ...containerOf(body.container),
    constraints: (body.constraints ?? []).filter(isConstraint),
  };
}

/** Chronos leaves out operators that it does not know (recorded). */
const isConstraint = (constraint: readonly string[]): constraint is JobConstraint =>
  CONSTRAINT_OPERATORS.some((operator) => operator === constraint[1]);

/** A container without an image is none (recorded). */
function containerOf(container: Body['container']): { container?: JobContainer } {
  if (!container?.image) return {};
  return {
    container: {
      type: container.type ?? 'DOCKER',
      image: container.image,
      network: container.network ?? 'HOST',
      ...(container.networkName && { networkName: container.networkName }),
      networkInfos: container.networkInfos ?? [],
      volumes: (container.volumes ?? []).map(({ hostPath, containerPath, mode }) => ({
        ...(hostPath && { hostPath }),
        containerPath,
        mode: mode ?? 'RW',
      })),
      forcePullImage: container.forcePullImage ?? false,
      parameters: container.parameters ?? [],
    },
  };
}

/** Counters that come along are taken over, as an import of exported jobs wants it. */
const countersOf = (body: Body): JobCounters => ({
  successCount: body.successCount ?? 0,
  errorCount: body.errorCount ?? 0,
  lastSuccess: body.lastSuccess ?? '',
  lastError: body.lastError ?? '',
  errorsSinceLastSuccess: body.errorsSinceLastSuccess ?? 0,
});
