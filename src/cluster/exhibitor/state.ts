import { ZOOKEEPER_STATE, type ClusterStatus } from '../../api/dcos/exhibitor.ts';

/** What Exhibitor tells of a ZooKeeper server. With one server, the one that serves leads. */
export function serverStatus(hostname: string, description: keyof typeof ZOOKEEPER_STATE): ClusterStatus[number] {
  return { code: ZOOKEEPER_STATE[description], description, hostname, isLeader: description === 'serving' };
}
