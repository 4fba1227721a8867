import { InvalidArgumentError } from 'commander';
import type { ExternalAddresses } from '../external/external-cluster.ts';
import type { PartAddress } from '../external/external-part.ts';
import { parseZooKeeperUrl, type ZooKeeperUrl } from '../zookeeper/zookeeper-url.ts';

/** Where a part is: one or more URLs, by comma or by saying the option again, or the ensemble in which it is led. */
export function partAddress(text: string, before: PartAddress | undefined): PartAddress {
  const isZooKeeper = text.trim().startsWith('zk://');
  if (before !== undefined && (isZooKeeper || 'servers' in before))
    throw new InvalidArgumentError('Say an ensemble once and no URLs beside it: the servers are found there.');
  if (isZooKeeper) return zooKeeperUrl(text);
  const said = text.split(',').map((each) => {
    const url = URL.parse(each.trim());
    if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '')
      throw new InvalidArgumentError(
        'Say the URL of a server, like http://10.0.0.5:5050, or of an ensemble, like zk://10.0.0.5:2181/mesos.',
      );
    return url;
  });
  return [...(before && !('servers' in before) ? before : []), ...said];
}

export function zooKeeperUrl(text: string): ZooKeeperUrl {
  const url = parseZooKeeperUrl(text);
  if (!url) throw new InvalidArgumentError('Say the servers of an ensemble, like zk://10.0.0.5:2181,10.0.0.6:2181/mesos.');
  return url;
}

/** An ensemble for the cluster that is started here. */
export function ensembleUrl(text: string): ZooKeeperUrl {
  const url = zooKeeperUrl(text);
  if (url.path !== '/')
    throw new InvalidArgumentError(
      'Say the servers without a path, like zk://127.0.0.1:2181: Mesos, Marathon and Chronos have paths of their own.',
    );
  return url;
}

/** Where the products hold their elections unless they are told otherwise. */
const PATHS = { mesos: '/mesos', marathon: '/marathon', chronos: '/chronos/state' } as const;

/** The parts that were named; `zk` stands for all, its path being that of Mesos. Undefined: none was. */
export function externalAddresses({ zk, ...named }: ExternalAddresses & { zk?: ZooKeeperUrl }): ExternalAddresses | undefined {
  const found: ExternalAddresses = zk
    ? {
        mesos: { ...zk, path: zk.path === '/' ? PATHS.mesos : zk.path },
        marathon: { ...zk, path: PATHS.marathon },
        chronos: { ...zk, path: PATHS.chronos },
      }
    : {};
  for (const name of ['mesos', 'marathon', 'chronos'] as const) {
    const address = named[name];
    if (address) found[name] = address;
  }
  return Object.keys(found).length === 0 ? undefined : found;
}
