import type { Store } from '../kernel/store.ts';

/** Which framework it is to Mesos: kept, so that after a restart its tasks are still its own. */
export interface FrameworkIdentity {
  id: () => string | undefined;
  /** Takes the id that Mesos gave. */
  learn: (id: string) => void;
}

/** `collection`: where in the store the framework keeps its id. */
export function createFrameworkIdentity(store: Store, collection: string): FrameworkIdentity {
  let known = store.read<string>(collection, 'id');
  return {
    id: () => known,
    learn(id) {
      if (known !== id) store.write([{ collection, key: 'id', value: id }]);
      known = id;
    },
  };
}
