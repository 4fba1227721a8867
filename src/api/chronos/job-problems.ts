import { constraintPattern } from './constraint-pattern.ts';
import { CONSTRAINT_OPERATORS, type JobConstraint } from './job.ts';
import { type JobBody, jobBodySchema } from './job-schema.ts';
import { isZone, readSchedule, type ScheduleProblem } from './schedule.ts';

/** Letters, digits, `_`, `-` and dots: the name is part of task ids and paths. */
const JOB_NAME = /^[\w.-]+$/;

/** What is wrong with a body: the field as `container.volumes.0.mode`, '' for the whole, and a sentence that says it. */
export interface JobProblem {
  field: string;
  message: string;
}

/** All that is wrong with a job with a schedule, as far as it can be told without the other jobs. */
export const scheduledJobProblems = (value: unknown): JobProblem[] =>
  problemsOf(value, ({ schedule, scheduleTimeZone }) => {
    const missing = { field: 'schedule', message: 'A scheduled job needs a schedule, like R/2026-01-01T00:00:00Z/P1D.' };
    return [schedule ? scheduleProblem(schedule) : missing, zoneProblem(scheduleTimeZone ?? '')];
  });

/** The same for a job that runs after other ones. */
export const dependentJobProblems = (value: unknown): JobProblem[] =>
  problemsOf(value, ({ parents }) => [
    parents?.length ? undefined : { field: 'parents', message: 'A dependent job needs at least one parent.' },
  ]);

type Judge = (body: JobBody) => (JobProblem | undefined)[];

/** The first is what the API answers. */
function problemsOf(value: unknown, judgeTrigger: Judge): JobProblem[] {
  const checked = jobBodySchema.safeParse(value);
  if (checked.success) return found(checked.data, judgeTrigger);
  const issues = checked.error.issues.map(({ path, message }) => issueProblem(path.join('.'), message));
  const wrong = new Set(checked.error.issues.map(({ path: [key] }) => String(key)));
  // What is of the right kind is judged all the same; a name is wanted for that.
  const readable = typeof value === 'object' ? Object.entries(value ?? {}).filter(([key]) => !wrong.has(key)) : [];
  const rest = jobBodySchema.safeParse({ name: 'job', ...Object.fromEntries(readable) });
  const others = rest.success ? found(rest.data, judgeTrigger) : [];
  return [...issues, ...others.filter(({ field }) => !wrong.has(field.split('.')[0] ?? ''))];
}

const issueProblem = (field: string, message: string): JobProblem => ({
  field,
  message: field === '' ? 'The body has to be a JSON object.' : `The field '${field}' is not as it should be: ${message}.`,
});

const found = (body: JobBody, judgeTrigger: Judge): JobProblem[] =>
  [...settingsProblems(body), ...judgeTrigger(body)].filter((problem) => problem !== undefined);

function settingsProblems(body: JobBody): (JobProblem | undefined)[] {
  const { name, uris, fetch } = body;
  return [
    JOB_NAME.test(name)
      ? undefined
      : { field: 'name', message: `The name '${name}' is not allowed: letters, digits, '_', '-' and '.' only, and at least one of them.` },
    uris?.length && fetch?.length
      ? { field: 'fetch', message: `The job '${name}' has both uris (the old way) and fetch. Use one of them.` }
      : undefined,
    ...(['cpus', 'mem', 'disk', 'retries', 'maxCompletionTime'] as const).map((field) => negativeProblem(field, body[field] ?? 0)),
    ...(['retries', 'maxCompletionTime'] as const).map((field) => fractionProblem(field, body[field] ?? 0)),
    ...(body.constraints ?? []).map(constraintProblem),
  ];
}

const negativeProblem = (field: string, value: number): JobProblem | undefined =>
  value < 0 ? { field, message: `The field '${field}' is ${value}; it has to be 0 or more.` } : undefined;

const fractionProblem = (field: string, value: number): JobProblem | undefined =>
  Number.isInteger(value) ? undefined : { field, message: `The field '${field}' is ${value}; it has to be a whole number.` };

/** A pattern that cannot be read would fit no agent, and the job would wait for ever. */
function constraintProblem(constraint: readonly string[], index: number): JobProblem | undefined {
  if (!isConstraint(constraint)) return undefined;
  const [, operator, value] = constraint;
  if (operator === 'EQUALS' || constraintPattern(value)) return undefined;
  return {
    field: `constraints.${index}.2`,
    message: `The constraint ${constraint.join(' ')} has no regular expression: '${value}' cannot be read as one.`,
  };
}

/** Chronos leaves out operators that it does not know (recorded). */
export const isConstraint = (constraint: readonly string[]): constraint is JobConstraint =>
  CONSTRAINT_OPERATORS.some((operator) => operator === constraint[1]);

const SCHEDULE_PROBLEMS: Record<ScheduleProblem, string> = {
  form: 'is not of the form R[n]/<start>/<period>, like R/2026-01-01T00:00:00Z/P1D',
  start: 'begins at no date or time of ISO 8601',
  'before-1970': 'begins before 1970',
  period: 'has no period of ISO 8601; hours, minutes and seconds come after a T, like PT1H',
  'period-negative': 'has a period that goes back in time',
  'period-zero': 'has a period of no length, so it would run without end at once',
};

function scheduleProblem(schedule: string): JobProblem | undefined {
  const read = readSchedule(schedule);
  return 'problem' in read ? { field: 'schedule', message: `The schedule '${schedule}' ${SCHEDULE_PROBLEMS[read.problem]}.` } : undefined;
}

function zoneProblem(zone: string): JobProblem | undefined {
  if (isZone(zone)) return undefined;
  return { field: 'scheduleTimeZone', message: `There is no time zone '${zone}'. Name one like Europe/Berlin, or an offset like GMT+2.` };
}
