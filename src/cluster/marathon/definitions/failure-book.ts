import type { Store, StoreWrite } from '../../kernel/store.ts';
import type { TaskFailure } from '../core.ts';
import { COLLECTIONS } from '../state.ts';

/** The last failure of each app (§8.7). It goes with the app. */
export interface FailureBook {
  of: (appId: string) => TaskFailure | undefined;
  /** What to store for a failure; `show` makes it visible once that is done. */
  writes: (failure: TaskFailure) => StoreWrite[];
  show: (failure: TaskFailure) => void;
  forget: (appId: string) => void;
}

export function createFailureBook(store: Store): FailureBook {
  const last = new Map(store.list<TaskFailure>(COLLECTIONS.failures));
  return {
    of: (appId) => last.get(appId),
    writes: (failure) => [{ collection: COLLECTIONS.failures, key: failure.appId, value: failure }],
    show: (failure) => void last.set(failure.appId, failure),
    forget(appId) {
      if (!last.has(appId)) return;
      store.write([{ collection: COLLECTIONS.failures, key: appId, value: undefined }]);
      last.delete(appId);
    },
  };
}
