import type { ZooKeeperEnsemble } from '../zookeeper/ensemble.ts';
import type { EnsembleView, ServerView, SupervisorAction } from './ensemble-view.ts';
import { sayEmbedded } from './four-letter-words.ts';

const CLIENT_PORT = 2181;

/** The ports that the servers of DC/OS have among themselves. */
const CONFIG = { connectPort: 2888, electionPort: 3888, observerThreshold: 999 };

/** Who starts and stops the servers, by the names of their machines. */
export interface Supervisor {
  act: (action: SupervisorAction, machine: string) => Promise<void>;
  /** Lines of the log, oldest first. */
  log: (machine: string) => readonly string[];
}

/** The embedded ensemble as Exhibitor sees it. `machines`: its masters, the first one being that of this Exhibitor. */
export function embeddedView(ensemble: ZooKeeperEnsemble, machines: readonly [Named, ...Named[]], supervisor?: Supervisor): EnsembleView {
  const session = ensemble.connect();
  const client = () => (session.state() === 'connected' ? session : undefined);
  const view = ({ name, ip }: Named): ServerView => {
    const server = ensemble.servers().find((status) => status.name === name);
    const state = !server?.up ? 'down' : ensemble.hasMajority() ? 'serving' : 'not serving';
    return { hostname: ip, state, isLeader: state === 'serving' && server?.leads === true };
  };
  const [first, ...others] = machines;
  const nameOf = (hostname: string): string => machines.find(({ ip }) => ip === hostname)?.name ?? first.name;
  return {
    servers: async () => [view(first), ...others.map(view)],
    port: CLIENT_PORT,
    client,
    say: async (word, hostname) => {
      const machine = machines.find(({ ip }) => ip === hostname) ?? first;
      return sayEmbedded(word, view(machine), machines.length, client());
    },
    log: (hostname) => supervisor?.log(nameOf(hostname)).join('\n') ?? '',
    ...(supervisor && { supervise: (action, hostname) => supervisor.act(action, nameOf(hostname)) }),
    config: CONFIG,
  };
}

interface Named {
  name: string;
  ip: string;
}
