import { readDependentJob, readScheduledJob } from '../../../api/chronos/job-body.ts';
import type { JobProblem } from '../../../api/chronos/job-problems.ts';
import { json, jsonText } from '../../../api/http/fetch.ts';
import { bodyText } from '../../rest/body-text.ts';
import type { Call, Resource } from '../../rest/dispatch.ts';
import type { Chronos } from '../chronos.ts';
import { noSuchJob, refused } from '../errors.ts';
import type { JobRecord } from '../state.ts';
import { jobList, jobSummary, jobView } from './job-view.ts';
import { done } from './plain-answers.ts';
import { search } from './search.ts';

/**
 * Jobs: lists, single ones, and what makes, changes, runs and removes them. `base` is the prefix as a pattern; `legacy`: with the
 * methods of Chronos 2, whose clients replace a job by PUT.
 */
export function jobResources({ book, commands }: Chronos, base: string, legacy: boolean): Resource[] {
  const jobCalled = (name: string): JobRecord => {
    const job = book.jobs().get(name);
    if (!job) throw noSuchJob(name);
    return job;
  };
  const nameOf = ({ params: [name = ''] }: Call): string => name;
  return [
    { pattern: at(base, 'jobs'), methods: { GET: () => jsonText(jobList(book.jobs().values())) } },
    {
      pattern: at(base, 'jobs/summary'),
      methods: { GET: () => json({ jobs: [...book.jobs().values()].map((job) => jobSummary(job, book)) }) },
    },
    {
      pattern: at(base, 'jobs/search'),
      methods: { GET: ({ url }) => jsonText(jobList(search([...book.jobs().values()], url.searchParams))) },
    },
    {
      pattern: at(base, 'job/success/([^/]+)'),
      methods: {
        PUT(call) {
          const marked = commands.markSuccess(nameOf(call));
          return new Response(`marked job ${nameOf(call)} as successful: ${marked}`, { headers: { 'content-type': 'application/json' } });
        },
      },
    },
    {
      pattern: at(base, 'job/([^/]+)'),
      methods: {
        GET: (call) => json(jobView(jobCalled(nameOf(call)))),
        PUT(call) {
          commands.runNow(nameOf(call), call.url.searchParams.get('arguments') ?? '');
          return done();
        },
        DELETE(call) {
          commands.remove(nameOf(call));
          return done();
        },
      },
    },
    {
      pattern: at(base, 'task/kill/([^/]+)'),
      methods: {
        DELETE(call) {
          commands.killRuns(nameOf(call));
          return done();
        },
      },
    },
    ...submitResources(commands, base, legacy),
  ];
}

/** The two ways of a job into Chronos: by the clock, and after other jobs. */
function submitResources(commands: Chronos['commands'], base: string, legacy: boolean): Resource[] {
  const submit = (kind: string, put: (body: unknown) => void): Resource => {
    const handle = async ({ request }: Call): Promise<Response> => {
      put(await readJson(request));
      return done();
    };
    return { pattern: at(base, kind), jsonOnly: true, methods: { POST: handle, ...(legacy && { PUT: handle }) } };
  };
  return [
    submit('iso8601', (body) => commands.putScheduled(accepted(readScheduledJob(body)))),
    submit('dependency', (body) => commands.putDependent(accepted(readDependentJob(body)))),
  ];
}

export const at = (base: string, rest: string): RegExp => new RegExp(`^${base}/${rest}$`);

async function readJson(request: Request): Promise<unknown> {
  const text = await bodyText(request);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refused(text.trim() === '' ? 'The body is empty. Send the job as JSON.' : 'The body is not JSON.');
  }
}

function accepted<T extends object>(read: T | { problem: JobProblem }): T {
  if ('problem' in read) throw refused(read.problem.message);
  return read;
}
