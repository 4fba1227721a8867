import type { EnsembleView, ServerView } from '../../cluster/exhibitor/ensemble-view.ts';
import { serverStateOf } from '../../cluster/exhibitor/four-letter-words.ts';
import type { ServerAddress } from './connection.ts';
import { fourLetters } from './four-letters.ts';
import type { LastingSession } from './lasting-session.ts';
import type { ZooKeeperUrl } from './zookeeper-url.ts';

/** Words that only tell. */
const WORD = /^(?:ruok|srvr|stat|mntr|conf|envi|isro|cons|dump|wchs|wchc|wchp|dirs)$/;

/** A real ensemble as Exhibitor sees it: servers by their own words, of which `srvr` is the one that is always allowed. */
export function realView({ servers }: ZooKeeperUrl, session: LastingSession): EnsembleView {
  const [first, ...others] = servers;
  if (!first) throw new Error('An ensemble has at least one server.');
  const names = namesOf(servers);
  const nameOf = (server: ServerAddress): string => names.get(server) ?? server.host;
  const view = async (server: ServerAddress): Promise<ServerView> => {
    const state = await fourLetters(server, 'srvr').then(serverStateOf, () => ({ state: 'down' as const, isLeader: false }));
    return { hostname: nameOf(server), ...state };
  };
  return {
    servers: async () => {
      const [own, ...rest] = await Promise.all([view(first), ...others.map(view)]);
      return [own, ...rest];
    },
    port: first.port,
    client: () => (session.client().state() === 'connected' ? session.client() : undefined),
    async say(word, hostname) {
      if (!WORD.test(word)) throw new Error(`${word} is not a word that ZooKeeper knows, or one that changes something.`);
      return fourLetters(servers.find((server) => nameOf(server) === hostname) ?? first, word);
    },
    log: () => '',
    config: {},
  };
}

/** Servers of one machine are told apart by their ports. */
function namesOf(servers: readonly ServerAddress[]): ReadonlyMap<ServerAddress, string> {
  const isAlone = ({ host }: ServerAddress): boolean => servers.filter((other) => other.host === host).length === 1;
  return new Map(servers.map((server) => [server, isAlone(server) ? server.host : `${server.host}:${server.port}`]));
}
