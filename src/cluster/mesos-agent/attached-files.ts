import type { AttachedFiles } from '../libprocess/files.ts';
import type { AgentContext } from './context.ts';
import { allRecords, executorIdOf, type AgentState, type ExecutorRecord } from './state.ts';
import { volumesOf } from './volumes.ts';

/** `/frameworks/F/executors/E/runs/R`, where R is a container id or `latest`, and what follows. */
const RUN = /^\/frameworks\/([^/]+)\/executors\/([^/]+)\/runs\/([^/]+)(\/.*)?$/;

/** The sandboxes as `/files/*` shows them: by their own path, by `…/runs/latest`, and by the virtual path of Mesos 1.5. */
export function attachedSandboxes({ state, files }: AgentContext): AttachedFiles {
  return {
    resolve(asked) {
      const [, frameworkId = '', executorId = '', run, rest = ''] = RUN.exec(withoutWorkDir(state, asked)) ?? [];
      const record = recordOf(state, frameworkId, executorId);
      if (!record || record.sandboxRemoved || (run !== 'latest' && run !== (record.group ?? record).containerId)) return undefined;
      const { directory } = record.group ?? record;
      const path = directory + rest;
      const volume = volumeAt(state, record, path);
      return volume
        ? { files, root: volume.directory, path: volume.directory + path.slice(volume.at.length) }
        : { files, root: directory, path };
    },
    attached: () =>
      Object.fromEntries(
        allRecords(state)
          .filter(({ sandboxRemoved }) => !sandboxRemoved)
          .map((record) => [virtualPath(record), (record.group ?? record).directory]),
      ),
  };
}

/** A volume is seen where its task finds it, though it lies elsewhere. */
function volumeAt(state: AgentState, record: ExecutorRecord, path: string): { directory: string; at: string } | undefined {
  return volumesOf(state.workDir, record)
    .map(({ directory, containerPath }) => ({ directory, at: `${record.directory}/${containerPath.replaceAll(/^\/+|\/+$/g, '')}` }))
    .find(({ at }) => path === at || path.startsWith(`${at}/`));
}

function withoutWorkDir(state: AgentState, path: string): string {
  const own = `${state.workDir}/slaves/${state.id ?? ''}`;
  return path.startsWith(`${own}/`) ? path.slice(own.length) : path;
}

const recordOf = (state: AgentState, frameworkId: string, executorId: string): ExecutorRecord | undefined => {
  const framework = state.frameworks.get(frameworkId);
  return (
    framework?.executors.get(executorId)?.record ??
    [...(framework?.executors.values() ?? [])].find(({ record }) => executorIdOf(record) === executorId)?.record ??
    framework?.completed.findLast((record) => executorIdOf(record) === executorId)
  );
};

const virtualPath = (record: ExecutorRecord): string => `/frameworks/${record.frameworkId}/executors/${executorIdOf(record)}/runs/latest`;
