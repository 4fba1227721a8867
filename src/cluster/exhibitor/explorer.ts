import type { ExplorerNodeData, ExplorerNodes } from '../../api/dcos/exhibitor.ts';
import { childPath } from '../zookeeper/rules.ts';
import type { Stat } from '../zookeeper/state.ts';
import type { ReadingClient } from './ensemble-view.ts';

/** The children of a znode, and which of them have children. */
export async function treeNodes(client: ReadingClient, path: string): Promise<ExplorerNodes> {
  const names = await client.children(path);
  return Promise.all(
    names.map(async (title) => {
      const key = childPath(path, title);
      return { title, key, isLazy: ((await client.exists(key))?.numChildren ?? 0) > 0, expand: false };
    }),
  );
}

export async function nodeData(client: ReadingClient, path: string): Promise<ExplorerNodeData> {
  const { data, stat } = await client.get(path);
  return { bytes: hexPairs(data), str: new TextDecoder().decode(data), stat: statText(stat) };
}

const hexPairs = (data: Uint8Array): string => Array.from(data, (byte) => byte.toString(16).padStart(2, '0')).join(' ');

const statText = (stat: Stat): string =>
  [
    `czxid: ${stat.czxid}`,
    `mzxid: ${stat.mzxid}`,
    `ctime: ${new Date(stat.ctime).toISOString()}`,
    `mtime: ${new Date(stat.mtime).toISOString()}`,
    `version: ${stat.version}`,
    `cversion: ${stat.cversion}`,
    `aversion: ${stat.aversion}`,
    `ephemeralOwner: 0x${stat.ephemeralOwner.toString(16)}`,
    `dataLength: ${stat.dataLength}`,
    `numChildren: ${stat.numChildren}`,
    `pzxid: ${stat.pzxid}`,
  ].join('\n');
