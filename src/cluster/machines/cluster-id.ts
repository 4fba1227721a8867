import type { Kernel } from '../kernel/kernel.ts';

/** The cluster's own id, made at its first start and kept in the store. */
export function clusterId(kernel: Kernel): string {
  const known = kernel.store.read<string>('cluster', 'id');
  if (known !== undefined) return known;
  const id = kernel.ids.uuid();
  kernel.store.write([{ collection: 'cluster', key: 'id', value: id }]);
  return id;
}
