import type { Store } from '../kernel/store.ts';
import type { MachineConfig } from './machine.ts';

/** What is remembered of a machine over a restart. What is wished for is stored before it is done, so that a crash only delays it. */
export interface MachineRecord {
  /** Of a machine that the API added; others are in VagrantConfig.yaml. */
  config?: MachineConfig;
  /** `destroyed`: nothing of it may be left, and it is not brought up by itself. */
  wanted: 'up' | 'halted' | 'destroyed';
  /** It was up once, so it needs no boot machine any more. */
  installed: boolean;
}

const COLLECTION = 'machines';

export interface MachineRecords {
  of(name: string): MachineRecord | undefined;
  added(): MachineConfig[];
  /** All or none; undefined forgets a machine. Throws StoreError. */
  save(...changes: (readonly [name: string, record: MachineRecord | undefined])[]): void;
}

export function createMachineRecords(store: Store): MachineRecords {
  return {
    of: (name) => store.read<MachineRecord>(COLLECTION, name),
    added: () => store.list<MachineRecord>(COLLECTION).flatMap(([, { config }]) => config ?? []),
    save: (...changes) => store.write(changes.map(([key, value]) => ({ collection: COLLECTION, key, value }))),
  };
}
