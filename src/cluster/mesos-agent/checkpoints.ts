import type { Resource } from '../../api/mesos/resources.ts';
import type { FrameworkInfo } from '../../api/mesos/scheduler.ts';
import type { Store } from '../kernel/store.ts';
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
  saveExecutor(record: ExecutorRecord): void;
  forgetExecutors(records: readonly ExecutorRecord[]): void;
  /** As if the disk were empty. */
  forgetEverything(): void;
}

export function createCheckpoints(store: Store, machine: string): Checkpoints {
  const collection = (kind: string): string => `mesos-agent/${machine}/${kind}`;
  const info = collection('info');
  const frameworks = collection('frameworks');
  const executors = collection('executors');
  const key = (record: ExecutorRecord): string => `${record.frameworkId} ${taskIdOf(record)}`;
  return {
    agentId: () => store.read<string>(info, 'id'),
    saveAgentId: (id) => store.write([{ collection: info, key: 'id', value: id }]),
    runtimeResources: () => store.read<Resource[]>(info, 'resources') ?? [],
    saveRuntimeResources: (resources) => store.write([{ collection: info, key: 'resources', value: resources }]),
    frameworks: () => store.list<FrameworkInfo>(frameworks).map(([, value]) => value),
    saveFramework: (framework) => store.write([{ collection: frameworks, key: framework.id?.value ?? framework.name, value: framework }]),
    forgetFramework: (id) => store.write([{ collection: frameworks, key: id, value: undefined }]),
    executors: () => store.list<ExecutorRecord>(executors).map(([, value]) => value),
    saveExecutor: (record) => store.write([{ collection: executors, key: key(record), value: record }]),
    forgetExecutors: (records) => store.write(records.map((record) => ({ collection: executors, key: key(record), value: undefined }))),
    forgetEverything: () =>
      store.write(
        [info, frameworks, executors].flatMap((name) =>
          store.list(name).map(([entry]) => ({ collection: name, key: entry, value: undefined })),
        ),
      ),
  };
}
