import type { UnitDescription } from '../../../api/machines/cluster.ts';

export type LayerName = 'entry' | 'services' | 'kernel' | 'agreement' | 'agent' | 'node';

export interface Layer {
  name: LayerName;
  units: UnitDescription[];
}

/** Where DC/OS' picture of its architecture has a component, by its unit without `.service`; the others are on the node itself. */
const LAYER_OF: Readonly<Record<string, LayerName>> = {
  'dcos-adminrouter': 'entry',
  'dcos-marathon': 'services',
  'dcos-chronos': 'services',
  'dcos-mesos-dns': 'services',
  'dcos-history-service': 'services',
  'dcos-mesos-master': 'kernel',
  'dcos-zookeeper': 'agreement',
  'dcos-exhibitor': 'agreement',
  'dcos-cluster-id': 'agreement',
  'dcos-mesos-slave': 'agent',
  'dcos-mesos-slave-public': 'agent',
};

/** From where requests come in down to the node itself. */
const ORDER: readonly LayerName[] = ['entry', 'services', 'kernel', 'agreement', 'agent', 'node'];

/** The components of a machine in the layers of the picture; layers without any are left out. */
export function layersOf(units: readonly UnitDescription[]): Layer[] {
  const byLayer = Map.groupBy(units, ({ id }) => LAYER_OF[id.replace(/\.service$/, '')] ?? 'node');
  return ORDER.flatMap((name) => {
    const inLayer = byLayer.get(name);
    return inLayer ? [{ name, units: inLayer }] : [];
  });
}
