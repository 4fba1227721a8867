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

const HEARTBEAT = recordIo({ type: 'HEARTBEAT' });

/**
 * `onEnd` is called once, whoever ended it: the reader went away (`signal`), was dropped since it left more than
 * `limits.eventsPerSubscriber` records unread, or `close` was called.
 */
export function recordStream(clock: Clock, signal: AbortSignal, onEnd: () => void): RecordStream {
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  const sendRecord = (record: Uint8Array<ArrayBuffer>): void => {
    if (!controller) return;
    // a reader that does not read would have everything kept for it
    if ((controller.desiredSize ?? 0) <= -limits.eventsPerSubscriber) end();
    else controller.enqueue(record);
  };
  const heartbeats = every(clock, HEARTBEAT_SECONDS * 1000, () => sendRecord(HEARTBEAT));
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
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    { start: (opened) => void (controller = opened), cancel: end },
    { highWaterMark: 0 },
  );
  signal.addEventListener('abort', end, { once: true });
  return { body, sendRecord, send: (message) => sendRecord(recordIo(message)), close: end };
}

/** The heartbeat that follows the first record at once. */
export const sendHeartbeat = (stream: RecordStream): void => stream.sendRecord(HEARTBEAT);
