import { StoreError, type Store } from '../kernel/store.ts';

/** What the masters keep in common: it is what Mesos' replicated log and Marathon's znodes are to a real cluster. */
export interface AgreedStore {
  /**
   * The store for who leads `what` from now on. Who led it before can write no more, whether it knows or not: a new leader of the
   * replicated log is promised by a majority that nobody else's writes are taken.
   * Writes throw StoreError then, and while there is no majority.
   */
  lead(what: string): Term;
}

export interface Term {
  readonly store: Store;
  /** It is given up; somebody else may not have been elected yet. */
  end: () => void;
}

export function createAgreedStore(store: Store, hasMajority: () => boolean): AgreedStore {
  const terms = new Map<string, object>();
  return {
    lead(what) {
      const term = {};
      terms.set(what, term);
      const write: Store['write'] = (batch) => {
        if (terms.get(what) !== term) throw new StoreError(`${what} leads here no more; nothing was stored. Ask the one that leads now.`);
        if (!hasMajority())
          throw new StoreError('Less than a majority of the masters is up, so nothing can be stored. Bring up more of them.');
        store.write(batch);
      };
      return {
        store: { ...store, write },
        end() {
          if (terms.get(what) === term) terms.delete(what);
        },
      };
    },
  };
}
