import { recordIo } from '../../api/http/recordio.ts';
import { every, type Clock } from '../kernel/clock.ts';
import { limits } from '../kernel/limits.ts';

/** Mesos' DEFAULT_HEARTBEAT_INTERVAL. */
export const HEARTBEAT_SECONDS = 15;

/** An answer that goes on for as long as its reader reads: RecordIO, with heartbeats. */
export interface RecordStream {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Does nothing once the stream has ended. */
  send(message: unknown): void;
  /** The same for a record that is in bytes already. */
  sendRecord(record: Uint8Array<ArrayBuffer>): void;
  /** Ends it after what was sent. */
  close(): void;
}

const HEARTBEAT = { type: 'HEARTBEAT' };
const RECORD_IO = 'application/recordio';

/**
 * `onEnd` is called once, whoever ended it: the reader went away (`signal`), was dropped since it left more than
 * `limits.eventsPerSubscriber` records unread, or `close` was called.
 */
export function recordStream(clock: Clock, signal: AbortSignal, onEnd: () => void, heartbeat: unknown = HEARTBEAT): RecordStream {
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  const sendRecord = (record: Uint8Array<ArrayBuffer>): void => {
    if (!controller) return;
    // a reader that does not read would have everything kept for it
    if ((controller.desiredSize ?? 0) <= -limits.eventsPerSubscriber) drop();
    else controller.enqueue(record);
  };
  const beat = recordIo(heartbeat);
  const heartbeats = every(clock, HEARTBEAT_SECONDS * 1000, () => sendRecord(beat));
  const end = (): void => {
    if (!controller) return;
    const open = controller;
    controller = undefined;
    heartbeats.cancel();
    try {
      open.close();
    } catch {
      // the reader has cancelled it
    }
    onEnd();
  };
  /** The connection breaks, and what was kept for its reader goes at once: who never reads would hold both for ever. */
  const drop = (): void => {
    controller?.error(new Error('The reader has not kept up.'));
    end();
  };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    { start: (opened) => void (controller = opened), cancel: end },
    { highWaterMark: 0 },
  );
  signal.addEventListener('abort', end, { once: true });
  return { body, sendRecord, send: (message) => sendRecord(recordIo(message)), close: end };
}

/** The heartbeat that follows the first record at once. */
export const sendHeartbeat = (stream: RecordStream): void => stream.send(HEARTBEAT);

/** Older clients ask for JSON and get records of it all the same; who asks for RecordIO is told what is in the records. */
export const streamHeaders = (request: Request): Record<string, string> =>
  request.headers.get('accept')?.includes(RECORD_IO)
    ? { 'content-type': RECORD_IO, 'message-content-type': 'application/json' }
    : { 'content-type': 'application/json' };
