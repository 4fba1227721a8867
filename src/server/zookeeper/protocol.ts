import type { ZooKeeperErrorCode } from '../../cluster/zookeeper/errors.ts';
import type { Stat } from '../../cluster/zookeeper/state.ts';
import type { WatchEvent } from '../../cluster/zookeeper/watches.ts';
import { JuteWriter, type JuteReader } from './jute.ts';

/** The wire protocol of ZooKeeper 3.4 and later, as far as a client needs it (zookeeper.jute of its sources). */
export const OPERATION = {
  create: 1,
  delete: 2,
  exists: 3,
  getData: 4,
  setData: 5,
  getChildren: 8,
  ping: 11,
  auth: 100,
  setWatches: 101,
  closeSession: -11,
} as const;
export type Operation = (typeof OPERATION)[keyof typeof OPERATION];

/** Numbers of requests that are not answered in turn. */
export const XID = { notification: -1, ping: -2, auth: -4, setWatches: -8 } as const;

export const CREATE_FLAG = { ephemeral: 1, sequential: 2 } as const;

const ERRORS: Readonly<Record<number, ZooKeeperErrorCode>> = {
  [-4]: 'ConnectionLoss',
  [-8]: 'BadArguments',
  [-101]: 'NoNode',
  [-102]: 'NoAuth',
  [-103]: 'BadVersion',
  [-108]: 'NoChildrenForEphemerals',
  [-110]: 'NodeExists',
  [-111]: 'NotEmpty',
  [-112]: 'SessionExpired',
  [-115]: 'AuthFailed',
};

/** By the number in an answer's head; codes that are of no use to tell apart are `SystemError`. */
export const errorCode = (number: number): ZooKeeperErrorCode => ERRORS[number] ?? 'SystemError';

/** Who the client was before: nobody, at its first connection. */
export interface SessionIdentity {
  id: bigint;
  password: Buffer;
  lastZxid: bigint;
}

export function connectRequest(session: SessionIdentity, timeoutMs: number): Buffer {
  const protocolVersion = 0;
  return new JuteWriter()
    .int(protocolVersion)
    .long(session.lastZxid)
    .int(timeoutMs)
    .long(session.id)
    .buffer(session.password)
    .bool(false)
    .frame();
}

/** `timeoutMs` as the server grants it; 0 or less: the session has expired. */
export function readConnectResponse(reader: JuteReader): { timeoutMs: number; id: bigint; password: Buffer } {
  reader.int();
  const timeoutMs = reader.int();
  return { timeoutMs, id: reader.long(), password: Buffer.from(reader.buffer()) };
}

/** A new node anybody may do anything with, or with `creator` only those who are logged in as its creator is; others may read. */
export function writeAcl(writer: JuteWriter, creator: boolean): JuteWriter {
  const [all, read] = [31, 1];
  const entry = (permissions: number, scheme: string, id: string): void => void writer.int(permissions).string(scheme).string(id);
  writer.int(creator ? 2 : 1);
  if (creator) entry(all, 'auth', '');
  entry(creator ? read : all, 'world', 'anyone');
  return writer;
}

export function readStat(reader: JuteReader): Stat {
  const long = (): number => Number(reader.long());
  const [czxid, mzxid, ctime, mtime] = [long(), long(), long(), long()];
  const [version, cversion, aversion] = [reader.int(), reader.int(), reader.int()];
  const owner = reader.long();
  const [dataLength, numChildren] = [reader.int(), reader.int()];
  const ephemeralOwner = owner === 0n ? 0 : owner;
  return { czxid, mzxid, pzxid: long(), ctime, mtime, version, cversion, aversion, ephemeralOwner, dataLength, numChildren };
}

const EVENTS: Readonly<Record<number, WatchEvent['type']>> = {
  1: 'NodeCreated',
  2: 'NodeDeleted',
  3: 'NodeDataChanged',
  4: 'NodeChildrenChanged',
};

/** Undefined: news of the connection, which the client has at first hand. */
export function readEvent(reader: JuteReader): WatchEvent | undefined {
  const type = EVENTS[reader.int()];
  reader.int();
  return type && { type, path: reader.string() };
}
