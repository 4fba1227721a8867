import { childPath } from '../zookeeper/rules.ts';
import type { ReadingClient, ServerView } from './ensemble-view.ts';

/** The words that an embedded server knows, as a real one answers them as far as there is something to say. Rejects for others, and where it is down. */
export async function sayEmbedded(word: string, server: ServerView, servers: number, client: ReadingClient | undefined): Promise<string> {
  if (server.state === 'down') throw new Error(`${server.hostname} does not take connections.`);
  if (word === 'ruok') return 'imok';
  if (!['srvr', 'stat', 'mntr', 'isro'].includes(word))
    throw new Error(`${word} is not a word that the embedded ZooKeeper knows: say ruok, srvr, stat, mntr or isro.`);
  if (!client) return 'This ZooKeeper instance is not currently serving requests\n';
  if (word === 'isro') return 'rw';
  const mode = servers === 1 ? 'standalone' : server.isLeader ? 'leader' : 'follower';
  const { nodes, ephemerals } = await countBelow(client, '/');
  if (word === 'mntr') return `zk_server_state\t${mode}\nzk_znode_count\t${nodes}\nzk_ephemerals_count\t${ephemerals}\n`;
  return `Zookeeper version: embedded\nMode: ${mode}\nNode count: ${nodes}\n`;
}

async function countBelow(client: ReadingClient, path: string): Promise<{ nodes: number; ephemerals: number }> {
  const stat = await client.exists(path);
  if (!stat) return { nodes: 0, ephemerals: 0 };
  const below = await Promise.all((await client.children(path)).map((name) => countBelow(client, childPath(path, name))));
  const own = { nodes: 1, ephemerals: stat.ephemeralOwner === 0 ? 0 : 1 };
  return below.reduce((sum, { nodes, ephemerals }) => ({ nodes: sum.nodes + nodes, ephemerals: sum.ephemerals + ephemerals }), own);
}

/** The state of a server by its answer to `srvr`. */
export function serverStateOf(answer: string): Pick<ServerView, 'state' | 'isLeader'> {
  const mode = /^Mode: (\w+)/m.exec(answer)?.[1];
  if (mode === undefined) return { state: 'not serving', isLeader: false };
  return { state: 'serving', isLeader: mode === 'leader' || mode === 'standalone' };
}
