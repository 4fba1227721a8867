/** How far a viewer may fall behind what it is sent, in bytes: some thousands of events. */
const MOST_BEHIND_BYTES = 8 * 1024 * 1024;

/** One of many who read the same stream. What it has not read yet waits in its own queue, of which the pieces are everybody's. */
export interface Viewer {
  readonly body: ReadableStream<Uint8Array>;
  /** Cuts the viewer off, so that its client connects anew, when too much waits. Does nothing after the end. */
  send(piece: Uint8Array): void;
  /** What begins the stream, of any length: it counts for nothing when the viewer is found to be behind. */
  begin(piece: Uint8Array): void;
  /** Ends it after what was sent; with a fault, at once and so that the client notices. */
  end(fault?: unknown): void;
}

/** `onLeave` is called once when the viewer is no longer there: it went away (`signal`), was cut off, or `end` was called. */
export function createViewer(signal: AbortSignal, onLeave: () => void, mostBehind = MOST_BEHIND_BYTES): Viewer {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let allowed = mostBehind;
  const leave = (how: (open: ReadableStreamDefaultController<Uint8Array>) => void): void => {
    const open = controller;
    if (!open) return;
    controller = undefined;
    signal.removeEventListener('abort', gone);
    how(open);
    onLeave();
  };
  const gone = (): void => leave((open) => open.error(signal.reason));
  const body = new ReadableStream<Uint8Array>(
    { start: (opened) => void (controller = opened), cancel: () => leave(() => {}) },
    { highWaterMark: 0, size: (piece) => piece.length },
  );
  const send = (piece: Uint8Array): void => {
    if (-(controller?.desiredSize ?? 0) > allowed) leave((open) => open.error(new Error('The reader has not kept up.')));
    else controller?.enqueue(piece);
  };
  signal.addEventListener('abort', gone, { once: true });
  return {
    body,
    send,
    begin(piece) {
      allowed += piece.length;
      send(piece);
    },
    end: (fault) => leave((open) => (fault === undefined ? open.close() : open.error(fault))),
  };
}
