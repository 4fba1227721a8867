import type { OperationStatus } from '../../../api/mesos/scheduler.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Store, StoreWrite } from '../../kernel/store.ts';
import type { InstanceChange } from '../instances/instance-tracker.ts';
import { COLLECTIONS } from '../state.ts';
import { freedInstance } from './reserve-operations.ts';

/**
 * For how long offers are asked for, so that a reservation can be given back. If its agent is away for longer, it is given back
 * when an offer for its role comes along for another reason. In ms.
 */
const ASKED_FOR_MS = 600_000;

interface FreedReservation {
  instanceId: string;
  role: string;
  /** In ms. */
  freedAt: number;
}

/** Reservations of instances that are over: they have to be given back, once their agent offers them. Stored, so that a crash forgets none. */
export interface FreedReservations {
  /** The roles for which offers may hold some. */
  roles: () => Set<string>;
  /** What has to be stored with these changes of instances, and then done. */
  after: (changes: readonly InstanceChange[]) => { writes: StoreWrite[]; show: () => void };
  /** To be called when Mesos says what became of an operation: what is given back is forgotten. */
  onOperation: (status: OperationStatus) => void;
}

export function createFreedReservations(store: Store, clock: Clock): FreedReservations {
  const freed = new Map(store.list<FreedReservation>(COLLECTIONS.freed));
  const isOld = ({ freedAt }: FreedReservation): boolean => clock.now() - freedAt > ASKED_FOR_MS;
  const removal = (ids: readonly string[]) => ({
    writes: ids.map((key) => ({ collection: COLLECTIONS.freed, key, value: undefined })),
    show: (): void => {
      for (const id of ids) freed.delete(id);
    },
  });
  return {
    roles: () => new Set([...freed.values()].filter((each) => !isOld(each)).map(({ role }) => role)),
    after(changes) {
      const added = freedBy(changes, clock.now());
      const old = added.length > 0 ? removal([...freed.values()].filter(isOld).map(({ instanceId }) => instanceId)) : removal([]);
      return {
        writes: [...old.writes, ...added.map((value) => ({ collection: COLLECTIONS.freed, key: value.instanceId, value }))],
        show() {
          old.show();
          for (const reservation of added) freed.set(reservation.instanceId, reservation);
        },
      };
    },
    onOperation({ operation_id, state }) {
      const instanceId = operation_id && freedInstance(operation_id.value);
      if (state !== 'OPERATION_FINISHED' || instanceId === undefined || !freed.has(instanceId)) return;
      const { writes, show } = removal([instanceId]);
      store.write(writes);
      show();
    },
  };
}

const freedBy = (changes: readonly InstanceChange[], freedAt: number): FreedReservation[] =>
  changes.flatMap(({ before, after }) =>
    before?.reservedAt !== undefined && after?.reservedAt === undefined
      ? [{ instanceId: before.id, role: before.role ?? '*', freedAt }]
      : [],
  );
