import type { ZooKeeperEnsemble } from '../zookeeper/ensemble.ts';
import type { EnsembleView, ServerView } from './ensemble-view.ts';
import { sayEmbedded } from './four-letter-words.ts';

const CLIENT_PORT = 2181;

/** The ports that the servers of DC/OS have among themselves. */
const CONFIG = { connectPort: 2888, electionPort: 3888, observerThreshold: 999 };

/** The embedded ensemble as Exhibitor sees it. `machines`: its masters, the first one being that of this Exhibitor. */
export function embeddedView(
  ensemble: ZooKeeperEnsemble,
  machines: readonly [Named, ...Named[]],
  log: () => readonly string[] = () => [],
): EnsembleView {
  const session = ensemble.connect();
  const client = () => (session.state() === 'connected' ? session : undefined);
  const view = ({ name, ip }: Named): ServerView => {
    const server = ensemble.servers().find((status) => status.name === name);
    const state = !server?.up ? 'down' : ensemble.hasMajority() ? 'serving' : 'not serving';
    return { hostname: ip, state, isLeader: state === 'serving' && server?.leads === true };
  };
  const [first, ...others] = machines;
  return {
    servers: async () => [view(first), ...others.map(view)],
    port: CLIENT_PORT,
    client,
    say: async (word, hostname) => {
      const machine = machines.find(({ ip }) => ip === hostname) ?? first;
      return sayEmbedded(word, view(machine), machines.length, client());
    },
    log: () => log().join('\n'),
    config: CONFIG,
  };
}

interface Named {
  name: string;
  ip: string;
}
