import { machinePaths } from '../machine-paths.ts';
import { mesosPaths } from '../mesos-paths.ts';
import { paths } from '../paths.ts';

/** A main page: in the sidebar, in the palette, and at a key after `g`. Named as its word in the catalogue is (`shell.links`). */
export interface Place {
  id:
    | 'dashboard'
    | 'services'
    | 'jobs'
    | 'catalog'
    | 'nodes'
    | 'tasks'
    | 'machines'
    | 'cluster'
    | 'components'
    | 'events'
    | 'mesos'
    | 'applications'
    | 'deployments';
  to: string;
  /** The second of two keys. */
  key: string;
}

export const PLACES: readonly Place[] = [
  { id: 'dashboard', to: paths.dashboard(), key: 'h' },
  { id: 'services', to: paths.services(), key: 's' },
  { id: 'jobs', to: paths.jobs(), key: 'j' },
  { id: 'catalog', to: paths.catalog(), key: 'k' },
  { id: 'nodes', to: paths.nodes(), key: 'n' },
  { id: 'tasks', to: paths.tasks(), key: 't' },
  { id: 'machines', to: machinePaths.machines(), key: 'i' },
  { id: 'cluster', to: paths.cluster(), key: 'u' },
  { id: 'components', to: paths.components(), key: 'c' },
  { id: 'events', to: paths.events(), key: 'l' },
  { id: 'mesos', to: mesosPaths.overview(), key: 'm' },
  { id: 'applications', to: paths.marathon.apps(), key: 'a' },
  { id: 'deployments', to: paths.marathon.deployments(), key: 'd' },
];
