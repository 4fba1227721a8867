import type { JobContainer, JobCounters, JobSettings } from './job.ts';
import { dependentJobProblems, isConstraint, type JobProblem, scheduledJobProblems } from './job-problems.ts';
import { type JobBody, jobBodySchema } from './job-schema.ts';

type Read<T> = T | { problem: JobProblem };
export interface SubmittedJob {
  settings: JobSettings;
  counters: JobCounters;
}

/** A job with a schedule. Whether its parts fit together with other jobs is not judged here. */
export function readScheduledJob(body: unknown): Read<SubmittedJob & { schedule: string; scheduleTimeZone: string }> {
  const [problem] = scheduledJobProblems(body);
  if (problem) return { problem };
  const job = jobBodySchema.parse(body);
  return { ...submitted(job), schedule: job.schedule ?? '', scheduleTimeZone: job.scheduleTimeZone ?? '' };
}

/** A job that runs after its parents, each of which is named once. */
export function readDependentJob(body: unknown): Read<SubmittedJob & { parents: string[] }> {
  const [problem] = dependentJobProblems(body);
  if (problem) return { problem };
  const job = jobBodySchema.parse(body);
  return { ...submitted(job), parents: [...new Set(job.parents)] };
}

const submitted = (body: JobBody): SubmittedJob => ({ settings: settingsOf(body), counters: countersOf(body) });

function settingsOf(body: JobBody): JobSettings {
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

/** A container without an image is none (recorded). */
function containerOf(container: JobBody['container']): { container?: JobContainer } {
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
const countersOf = (body: JobBody): JobCounters => ({
  successCount: body.successCount ?? 0,
  errorCount: body.errorCount ?? 0,
  lastSuccess: body.lastSuccess ?? '',
  lastError: body.lastError ?? '',
  errorsSinceLastSuccess: body.errorsSinceLastSuccess ?? 0,
});
