import type { ChronosJob } from '../../api/chronos/job.ts';
import { ApiError, request } from '../util/http.ts';
import { CHRONOS_API } from './chronos-queries.ts';

/** What the pages do with jobs. Each throws ApiError with Chronos' own sentence. */

/** Creates a job or replaces the one of this name: by its schedule, or by its parents. */
export async function putJob(job: Record<string, unknown>): Promise<void> {
  const kind = 'schedule' in job ? 'iso8601' : 'dependency';
  await request(`${CHRONOS_API}/${kind}`, { method: 'POST', body: job });
}

export async function runJob(name: string, args: string): Promise<void> {
  const query = args === '' ? '' : `?${new URLSearchParams({ arguments: args })}`;
  await request(`${CHRONOS_API}/job/${encodeURIComponent(name)}${query}`, { method: 'PUT' });
}

/** Ends all its runs. */
export async function stopJob(name: string): Promise<void> {
  await request(`${CHRONOS_API}/task/kill/${encodeURIComponent(name)}`, { method: 'DELETE' });
}

export async function deleteJob(name: string): Promise<void> {
  await request(`${CHRONOS_API}/job/${encodeURIComponent(name)}`, { method: 'DELETE' });
}

export async function markSuccess(name: string): Promise<void> {
  await request(`${CHRONOS_API}/job/success/${encodeURIComponent(name)}`, { method: 'PUT' });
}

/**
 * Switches a job off or on. A job is replaced as a whole, with its schedule and its counters: they are read right before, since an
 * older schedule would let it run again.
 */
export async function setDisabled(name: string, disabled: boolean): Promise<void> {
  await putJob({ ...(await readJob(name)), disabled });
}

const readJob = (name: string): Promise<ChronosJob> => request<ChronosJob>(`${CHRONOS_API}/job/${encodeURIComponent(name)}`);

/** Lets a dependent job run after one more. A scheduled one would lose its schedule by that, so it is refused. */
export async function addParent(name: string, parent: string): Promise<void> {
  const job = await readJob(name);
  if (!('parents' in job)) throw new ApiError(400, `${name} runs by its schedule. Edit it to let it run after ${parent} instead.`);
  await putJob({ ...job, parents: [...job.parents, parent] });
}

/** Lets a job no longer run after another one. What would have nothing left to start it is refused. */
export async function removeParent(name: string, parent: string): Promise<void> {
  const job = await readJob(name);
  const parents = 'parents' in job ? job.parents.filter((each) => each !== parent) : [];
  if (parents.length === 0) throw new ApiError(400, `${name} runs after nothing else. Give it another parent or a schedule first.`);
  await putJob({ ...job, parents });
}
