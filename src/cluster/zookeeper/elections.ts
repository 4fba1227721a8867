import type { ElectionPlace } from './leader-detector.ts';

/** Where each product elects its leader, as the real ones do, so that other tools find them. */

/** The node's data is Mesos' MasterInfo as JSON. */
export const MESOS_ELECTION: ElectionPlace = { directory: '/mesos', label: 'json.info_' };

/** Curator's latch, whose nodes have an id of the client before their label; the data is `host:port`. */
export const MARATHON_ELECTION: ElectionPlace = { directory: '/marathon/leader-curator', label: 'latch-' };

/** The data is `host:port`. */
export const CHRONOS_ELECTION: ElectionPlace = { directory: '/chronos/state/candidate', label: 'latch-' };
