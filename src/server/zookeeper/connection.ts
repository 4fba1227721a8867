import { createConnection, type Socket } from 'node:net';
import { ZooKeeperError, type ZooKeeperErrorCode } from '../../cluster/zookeeper/errors.ts';
import type { WatchEvent } from '../../cluster/zookeeper/watches.ts';
import { frameCutter, JuteReader, JuteWriter } from './jute.ts';
import {
  connectRequest,
  errorCode,
  OPERATION,
  readConnectResponse,
  readEvent,
  XID,
  type Operation,
  type SessionIdentity,
} from './protocol.ts';

/** A server of an ensemble, as host and port. */
export interface ServerAddress {
  host: string;
  port: number;
}

interface ConnectionOptions {
  server: ServerAddress;
  session: SessionIdentity;
  /** Session timeout to ask for. */
  timeoutMs: number;
  /** How long the server may take until it answers for the first time. */
  connectTimeoutMs: number;
  /** Undefined where the server has forgotten the session. */
  onConnected: (granted: { timeoutMs: number; id: bigint; password: Buffer } | undefined) => void;
  onEvent: (event: WatchEvent) => void;
  /** Number of the latest change that this client has seen. */
  onZxid: (zxid: bigint) => void;
  /** Once, however it ended; requests under way have been failed with ConnectionLoss. */
  onClose: (reason: string) => void;
}

/** What a server is asked. */
export interface Question {
  operation: Operation;
  /** For the error. */
  path: string;
  write?: (body: JuteWriter) => void;
  xid?: number;
  /** Called when the answer is there and before anything that came after it is looked at, so that no event of a new watch is missed. */
  answered?: (error: ZooKeeperErrorCode | undefined) => void;
}

export interface Connection {
  /** Rejects with ZooKeeperError. */
  request(question: Question): Promise<JuteReader>;
  close(): void;
}

/** Longer than any answer: a server takes 1 MB a node by default, but a list of a hundred thousand children is longer. */
const LONGEST_FRAME_BYTES = 64 * 1024 * 1024;

interface Waiting extends Question {
  resolve: (body: JuteReader) => void;
  reject: (fault: ZooKeeperError) => void;
}

/** One TCP connection to one server, from its first byte to its end. Pings when there is nothing to say; gives up a server that is silent. */
export function openConnection(options: ConnectionOptions): Connection {
  const { server, session, timeoutMs, onConnected, onClose } = options;
  const waiting = new Map<number, Waiting>();
  let xid = 0;
  let connected = false;
  let reason = 'The server closed the connection.';
  const socket = createConnection(server);
  const pulse = createPulse(socket, (why) => (reason = why));
  pulse.set(options.connectTimeoutMs);

  const take = (frame: Buffer): void => {
    const reader = new JuteReader(frame);
    if (connected) return receive(reader, waiting, options);
    connected = true;
    const granted = readConnectResponse(reader);
    if (granted.timeoutMs > 0) pulse.set(granted.timeoutMs, () => send(socket, XID.ping, { operation: OPERATION.ping }));
    onConnected(granted.timeoutMs > 0 ? granted : undefined);
  };
  const cut = frameCutter(take, LONGEST_FRAME_BYTES);
  socket.setNoDelay(true);
  socket.once('connect', () => socket.write(connectRequest(session, timeoutMs)));
  socket.on('data', (chunk: Buffer) => {
    pulse.heard();
    try {
      cut(chunk);
    } catch (fault) {
      reason = `It is not a ZooKeeper: ${fault instanceof Error ? fault.message : String(fault)}`;
      socket.destroy();
    }
  });
  socket.on('error', (fault) => (reason = fault.message));
  socket.once('close', () => {
    pulse.stop();
    for (const { path, reject } of waiting.values()) reject(new ZooKeeperError('ConnectionLoss', path));
    waiting.clear();
    onClose(reason);
  });
  return {
    request: (question) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new ZooKeeperError('ConnectionLoss', question.path));
        const number = question.xid ?? ++xid;
        waiting.set(number, { ...question, resolve, reject });
        send(socket, number, question);
      }),
    close: () => void socket.destroy(),
  };
}

function send(socket: Socket, xid: number, { operation, write }: Pick<Question, 'operation' | 'write'>): void {
  const writer = new JuteWriter().int(xid).int(operation);
  write?.(writer);
  socket.write(writer.frame());
}

function receive(reader: JuteReader, waiting: Map<number, Waiting>, { onEvent, onZxid }: ConnectionOptions): void {
  const xid = reader.int();
  const zxid = reader.long();
  const error = reader.int();
  if (zxid > 0n) onZxid(zxid);
  if (xid === XID.notification) {
    const event = readEvent(reader);
    if (event) onEvent(event);
    return;
  }
  const asked = waiting.get(xid);
  waiting.delete(xid);
  asked?.answered?.(error === 0 ? undefined : errorCode(error));
  if (error === 0) asked?.resolve(reader);
  else asked?.reject(new ZooKeeperError(errorCode(error), asked.path));
}

/**
 * Keeps a session alive and notices a server that is gone without a word, as the Java client does: a ping each third of the timeout,
 * and the end of the connection after two thirds of silence.
 */
function createPulse(socket: Socket, explain: (why: string) => void) {
  let heardAt = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  return {
    heard: (): void => void (heardAt = performance.now()),
    set(timeoutMs: number, ping?: () => void): void {
      clearInterval(timer);
      timer = setInterval(() => {
        const silentMs = performance.now() - heardAt;
        if (silentMs < (timeoutMs * 2) / 3) {
          ping?.();
        } else {
          explain(`The server has been silent for ${Math.round(silentMs)} ms.`);
          socket.destroy();
        }
      }, timeoutMs / 3);
    },
    stop: (): void => clearInterval(timer),
  };
}
