import type { ZooKeeperClient } from '../../cluster/zookeeper/client.ts';
import { ZooKeeperError } from '../../cluster/zookeeper/errors.ts';
import { childPath, contendersAmong } from '../../cluster/zookeeper/rules.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import type { LastingSession } from '../zookeeper/lasting-session.ts';
import { frameworkAddress, masterAddress, type ContenderAddress } from './contender-address.ts';
import type { PartName } from './parts-health.ts';

interface Election {
  /** Below the product's own path; empty: there. */
  directory: string;
  /** What the names of the contenders have before their number. */
  label: string;
  address: ContenderAddress;
}

/** Where the products hold their elections, newest way first: Curator's latches, its selectors (`lock-`), and groups before them. */
const ELECTIONS: Record<PartName, readonly Election[]> = {
  mesos: [{ directory: '', label: 'info_', address: masterAddress }],
  marathon: [
    { directory: '/leader-curator', label: 'latch-', address: frameworkAddress },
    { directory: '/leader', label: 'member_', address: frameworkAddress },
  ],
  chronos: [
    { directory: '/candidate', label: 'latch-', address: frameworkAddress },
    { directory: '/candidate', label: 'lock-', address: frameworkAddress },
  ],
};

/**
 * Tells who contends for the lead of a product, the leader first, now and whenever it changes. Nothing is told while nobody contends or
 * ZooKeeper is away: those who were there last are then still the likeliest to answer. Resolves when ZooKeeper has been asked once.
 */
export function followElection(
  part: PartName,
  { session, path, log }: { session: LastingSession; path: string; log: Log },
  onFound: (contenders: readonly URL[]) => void,
): Promise<void> {
  const asked = Promise.withResolvers<void>();
  let told = '';
  const look = async (): Promise<void> => {
    try {
      const found = await contendersOf(part, session.client(), path, again);
      if (found.length > 0 && found.join() !== told) {
        told = found.join();
        onFound(found);
      }
      asked.resolve();
    } catch (fault) {
      // without a connection: the next one asks again
      if (fault instanceof ZooKeeperError && ['ConnectionLoss', 'SessionExpired'].includes(fault.code)) return;
      log.warn(`The leader of ${part} cannot be found in ZooKeeper: ${fault instanceof Error ? fault.message : String(fault)}`);
      asked.resolve();
    }
  };
  let turn = Promise.resolve();
  // one after the other, so that what is told last is what was read last
  const again = (): void => void (turn = turn.then(look));
  session.onConnected(again);
  return asked.promise;
}

async function contendersOf(part: PartName, client: ZooKeeperClient, path: string, again: () => void): Promise<URL[]> {
  for (const election of ELECTIONS[part]) {
    const found = await contenders(client, path, election, again);
    if (found.length > 0) return found;
  }
  return [];
}

/** Addresses of those who contend, the leader first. `again` is called when that may have changed. */
async function contenders(client: ZooKeeperClient, path: string, { directory, label, address }: Election, again: () => void) {
  const place = (path === '/' ? directory : path + directory) || '/';
  const names = await childrenOf(client, place, again);
  const nodes = await Promise.all(
    contendersAmong(names, label).map(async (name) => {
      const found = await unlessGone(client.get(childPath(place, name)));
      return found && { name, data: found.data };
    }),
  );
  return nodes.flatMap((node) => (node ? (address(node) ?? []) : []));
}

async function childrenOf(client: ZooKeeperClient, path: string, again: () => void): Promise<string[]> {
  for (;;) {
    const names = await unlessGone(client.children(path, again));
    if (names) return names;
    // it came about in between where it is there after all
    if (!(await client.exists(path, again))) return [];
  }
}

/** Undefined for a node that is not there (any more). */
async function unlessGone<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (fault) {
    if (fault instanceof ZooKeeperError && fault.code === 'NoNode') return undefined;
    throw fault;
  }
}
