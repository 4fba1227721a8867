import type { Resource } from '../../api/mesos/resources.ts';
import type { FrameworkInfo } from '../../api/mesos/scheduler.ts';
import type { Store, StoreWrite } from '../kernel/store.ts';
import { taskIdOf, type ExecutorRecord } from './state.ts';

/** What an agent keeps on its disk, so that a restart finds its id, its frameworks and its containers again. */
export interface Checkpoints {
  agentId(): string | undefined;
  saveAgentId(id: string | undefined): void;
  /** Dynamic reservations and volumes. */
  runtimeResources(): Resource[];
  saveRuntimeResources(resources: readonly Resource[]): void;
  frameworks(): FrameworkInfo[];
  saveFramework(info: FrameworkInfo): void;
  forgetFramework(id: string): void;
  /** In the order in which they were launched. */
  executors(): ExecutorRecord[];
  /** Before its launch. */
  saveExecutor(record: ExecutorRecord): void;
  /** Of one that was saved before: what has become of it. */
  saveProgress(record: ExecutorRecord): void;
  forgetExecutors(records: readonly ExecutorRecord[]): void;
  /** As if the disk were empty. */
  forgetEverything(): void;
}

/** What changes of a record after its launch. The rest is much more, and stored once. */
type Progress = Pick<ExecutorRecord, 'state' | 'statuses' | 'pending' | 'checkpoint' | 'completed' | 'sandboxRemoved'>;

export function createCheckpoints(store: Store, machine: string): Checkpoints {
  const collection = (kind: string): string => `mesos-agent/${machine}/${kind}`;
  const info = collection('info');
  const frameworks = collection('frameworks');
  const executors = collection('executors');
  const launches = collection('launches');
  const key = (record: ExecutorRecord): string => `${record.frameworkId} ${taskIdOf(record)}`;
  const progressOf = (record: ExecutorRecord): StoreWrite => {
    const { state, statuses, pending, checkpoint, completed, sandboxRemoved } = record;
    const value: Progress = {
      state,
      statuses,
      pending,
      completed,
      ...(checkpoint && { checkpoint }),
      ...(sandboxRemoved && { sandboxRemoved }),
    };
    return { collection: executors, key: key(record), value };
  };
  const launchOf = (record: ExecutorRecord): StoreWrite => {
    const { frameworkId, task, role, containerId, group, directory } = record;
    const value: Omit<ExecutorRecord, keyof Progress> = { frameworkId, task, role, containerId, directory, ...(group && { group }) };
    return { collection: launches, key: key(record), value };
  };
  return {
    agentId: () => store.read<string>(info, 'id'),
    saveAgentId: (id) => store.write([{ collection: info, key: 'id', value: id }]),
    runtimeResources: () => store.read<Resource[]>(info, 'resources') ?? [],
    saveRuntimeResources: (resources) => store.write([{ collection: info, key: 'resources', value: resources }]),
    frameworks: () => store.list<FrameworkInfo>(frameworks).map(([, value]) => value),
    saveFramework: (framework) => store.write([{ collection: frameworks, key: framework.id?.value ?? framework.name, value: framework }]),
    forgetFramework: (id) => store.write([{ collection: frameworks, key: id, value: undefined }]),
    // what an earlier release stored has everything in one entry
    executors: () =>
      store.list<ExecutorRecord>(executors).map(([id, progress]) => ({ ...store.read<ExecutorRecord>(launches, id), ...progress })),
    saveExecutor: (record) => store.write([launchOf(record), progressOf(record)]),
    saveProgress: (record) => store.write([progressOf(record)]),
    forgetExecutors: (records) =>
      store.write(
        records.flatMap((record) => [launches, executors].map((name) => ({ collection: name, key: key(record), value: undefined }))),
      ),
    forgetEverything: () =>
      store.write(
        [info, frameworks, launches, executors].flatMap((name) =>
          store.list(name).map(([entry]) => ({ collection: name, key: entry, value: undefined })),
        ),
      ),
  };
}
