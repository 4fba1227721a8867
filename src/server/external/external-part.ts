import { json, type Fetch } from '../../api/http/fetch.ts';
import type { RouterError } from '../../api/dcos/router-error.ts';
import type { Kernel } from '../../cluster/kernel/kernel.ts';
import type { Ensembles } from '../zookeeper/ensembles.ts';
import type { ZooKeeperUrl } from '../zookeeper/zookeeper-url.ts';
import { followElection } from './follow-election.ts';
import { followLeader } from './follow-leader.ts';
import { leadingMaster } from './leading-master.ts';
import { createPartHealth, PARTS, type PartHealth, type PartName } from './parts-health.ts';

/** Servers by their URLs, the likeliest leader first, or the ensemble in which they hold their elections. */
export type PartAddress = readonly URL[] | ZooKeeperUrl;

/** One product of a cluster that runs elsewhere. */
export interface ExternalPart {
  fetch: Fetch;
  health: PartHealth;
  secure: boolean;
  /** A server of it is known. Of one that never entered an election nothing is to be shown. */
  known(): boolean;
  /** It has been looked for once. */
  looked: Promise<void>;
  /** Asks the masters of Mesos who leads, where ZooKeeper does not tell. */
  lookForLeader(): Promise<void>;
}

export function createExternalPart(kernel: Kernel, ensembles: Ensembles, name: PartName, address: PartAddress): ExternalPart {
  const urls = 'servers' in address ? [] : address;
  const servers = followLeader(urls);
  const known = (): boolean => servers.current() !== undefined;
  const lookForLeader = async (): Promise<void> => {
    const asked = name === 'mesos' && urls.length > 0 ? servers.current() : undefined;
    const leader = asked && (await leadingMaster(asked));
    if (leader && leader.host !== servers.current()?.host) servers.lead(leader);
  };
  const part = { lookForLeader, health: createPartHealth(kernel, name, servers), secure: urls[0]?.protocol === 'https:', known };
  if (!('servers' in address)) return { ...part, fetch: servers.fetch, looked: Promise.resolve() };

  const place = { session: ensembles.at(address), path: address.path, log: kernel.log.as('zookeeper') };
  const looked = followElection(name, place, (contenders) => {
    servers.use(contenders);
    kernel.log.info(`${PARTS[name].name} is led by ${contenders[0]?.host}, says ZooKeeper.`);
  });
  let hasLooked = false;
  void looked.then(() => (hasLooked = true));
  const fetch: Fetch = async (request) => {
    if (known()) return servers.fetch(request);
    if (!hasLooked) throw new Error('ZooKeeper does not answer, so it is not known where this part is.');
    const message = `This cluster has no ${PARTS[name].name}: none has entered an election at ${address.path} in ZooKeeper.`;
    return json({ title: 'Not Found', message } satisfies RouterError, 404);
  };
  return { ...part, fetch, looked };
}
