import type { Kernel } from '../kernel/kernel.ts';
import type { RecordStream } from '../libprocess/record-stream.ts';
import type { Allocations } from './allocations.ts';
import type { Allocator } from './allocator.ts';
import type { OfferFilters } from './filters.ts';
import type { MasterEvent } from './master-event.ts';
import type { Registry } from './registry.ts';
import type { AgentEntry, MasterState } from './state.ts';

/** What the parts of the master share. Only they change `state`, through tasks.ts, offers.ts, agents.ts and frameworks.ts. */
export interface MasterContext {
  readonly kernel: Kernel;
  readonly state: MasterState;
  readonly registry: Registry;
  readonly filters: OfferFilters;
  readonly allocations: Allocations;
  readonly allocator: Allocator;
  /** A task has left an agent: one that is being drained may be done. */
  onTaskGone(agent: AgentEntry): void;
  /** The readers of the operator API's event stream. */
  readonly listeners: Set<RecordStream>;
  /** Tells them. */
  publish(event: MasterEvent): void;
}
