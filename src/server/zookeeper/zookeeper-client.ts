import type { ProcessSession } from '../../cluster/zookeeper/client.ts';
import { ZooKeeperError } from '../../cluster/zookeeper/errors.ts';
import type { CreateOptions } from '../../cluster/zookeeper/mutations.ts';
import { isValidPath, parentOf, sequentialPath } from '../../cluster/zookeeper/rules.ts';
import type { Watch } from '../../cluster/zookeeper/watches.ts';
import type { Question } from './connection.ts';
import { CREATE_FLAG, OPERATION, readStat, writeAcl, type Operation } from './protocol.ts';
import { openSession, type EnsembleOptions } from './session-link.ts';
import { createWatchRegistry, type WatchKind } from './watch-registry.ts';

const ANY_VERSION = -1;

/**
 * Opens a session with a real ensemble. Calls wait for the first connection. Of a write that ends in ConnectionLoss it is not known
 * whether it was made. Watches tell also of what happened between two connections.
 */
export function connectZooKeeper(options: EnsembleOptions): ProcessSession {
  const watches = createWatchRegistry();
  const link = openSession(options, watches);

  async function read(operation: Operation, path: string, watch: { kind: WatchKind; absent?: WatchKind; call: Watch | undefined }) {
    const { call, kind, absent } = watch;
    check(path);
    return link.request({
      operation,
      path,
      write: (body) => body.string(path).bool(call !== undefined),
      answered(error) {
        const waitsFor = error === undefined ? kind : error === 'NoNode' ? absent : undefined;
        if (waitsFor && call) watches.add(waitsFor, path, call);
      },
    });
  }

  async function create(path: string, data: Uint8Array, { ephemeral, sequential }: CreateOptions = {}): Promise<string> {
    check(sequential ? sequentialPath(path, 0) : path);
    const flags = (ephemeral ? CREATE_FLAG.ephemeral : 0) + (sequential ? CREATE_FLAG.sequential : 0);
    const answer = await link.request({
      operation: OPERATION.create,
      path,
      write: (body) => writeAcl(body.string(path).buffer(data), options.login !== undefined).int(flags),
    });
    return answer.string();
  }

  return {
    ...link,
    create,
    ensure: (path) => ensure(create, path),
    async get(path, call) {
      const answer = await read(OPERATION.getData, path, { kind: 'data', call });
      return { data: Buffer.from(answer.buffer()), stat: readStat(answer) };
    },
    async set(path, data, version = ANY_VERSION) {
      const write: Question['write'] = (body) => body.string(path).buffer(data).int(version);
      return readStat(await link.request({ operation: OPERATION.setData, path, write }));
    },
    async remove(path, version = ANY_VERSION) {
      await link.request({ operation: OPERATION.delete, path, write: (body) => body.string(path).int(version) });
    },
    async children(path, call) {
      return (await read(OPERATION.getChildren, path, { kind: 'children', call })).strings().sort();
    },
    async exists(path, call) {
      try {
        return readStat(await read(OPERATION.exists, path, { kind: 'data', absent: 'exists', call }));
      } catch (fault) {
        if (isError(fault, 'NoNode')) return undefined;
        throw fault;
      }
    },
  };
}

async function ensure(create: (path: string, data: Uint8Array) => Promise<string>, path: string): Promise<void> {
  try {
    await create(path, Buffer.alloc(0));
  } catch (fault) {
    if (isError(fault, 'NodeExists')) return;
    if (!isError(fault, 'NoNode')) throw fault;
    await ensure(create, parentOf(path));
    await ensure(create, path);
  }
}

/** Servers take any text for a path and answer that there is no such node. */
function check(path: string): void {
  if (!isValidPath(path)) throw new ZooKeeperError('BadArguments', path);
}

const isError = (fault: unknown, code: ZooKeeperError['code']): boolean => fault instanceof ZooKeeperError && fault.code === code;
