import type { AttachedFiles } from '../libprocess/files.ts';
import type { AgentContext } from './context.ts';
import { taskIdOf, type ExecutorRecord } from './state.ts';

/** The sandboxes as `/files/*` shows them: by their own path, by `…/runs/latest`, and by the virtual path of Mesos 1.5. */
export function attachedSandboxes({ state, files }: AgentContext): AttachedFiles {
  const records = (): ExecutorRecord[] =>
    [...state.frameworks.values()].flatMap(({ executors, completed }) => [
      ...completed,
      ...[...executors.values()].map(({ record }) => record),
    ]);
  return {
    resolve(path) {
      const found = records()
        .flatMap((record) => attachments(record).map((attached) => ({ attached, directory: record.directory })))
        // a later run of the same executor takes `latest` over
        .findLast(({ attached }) => path === attached || path.startsWith(`${attached}/`));
      return found && { files, root: found.directory, path: found.directory + path.slice(found.attached.length) };
    },
    attached: () => Object.fromEntries(records().flatMap((record) => attachments(record).map((attached) => [attached, record.directory]))),
  };
}

function attachments(record: ExecutorRecord): string[] {
  const runs = record.directory.slice(0, record.directory.lastIndexOf('/'));
  const virtual = `/frameworks/${record.frameworkId}/executors/${taskIdOf(record)}/runs`;
  return [record.directory, `${runs}/latest`, `${virtual}/latest`, `${virtual}/${record.containerId}`];
}
