import { joined } from '../read-whole.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** An event tells of one app or deployment; what is much longer is no stream of events. */
const LONGEST_FRAME_BYTES = 64 * 1024 * 1024;

/**
 * Takes a `text/event-stream` apart at its empty lines. The returned function is given the stream piece by piece, however it is cut,
 * and gives back the frames that are complete, each with the empty line at its end; an empty line alone is a heartbeat. Throws at
 * what has no end.
 */
export function createFrameSplitter(): (chunk: Uint8Array) => Uint8Array[] {
  let rest: Uint8Array = new Uint8Array();
  /** Up to where `rest` is known to hold no end. */
  let searched = 0;
  return (chunk) => {
    rest = joined(rest.length === 0 ? [chunk] : [rest, chunk]);
    const frames: Uint8Array[] = [];
    let begin = 0;
    let lineBegin = searched;
    for (let end = rest.indexOf(LINE_FEED, lineBegin); end >= 0; end = rest.indexOf(LINE_FEED, lineBegin)) {
      const isEmpty = end === lineBegin || (end === lineBegin + 1 && rest[lineBegin] === CARRIAGE_RETURN);
      lineBegin = end + 1;
      if (!isEmpty) continue;
      frames.push(rest.subarray(begin, lineBegin));
      begin = lineBegin;
    }
    rest = rest.subarray(begin);
    searched = lineBegin - begin;
    if (rest.length > LONGEST_FRAME_BYTES) throw new Error('The stream holds no events: one has no end.');
    return frames;
  };
}

const decoder = new TextDecoder();
/** Of what `event:` may be in: it comes first in what Marathon sends. */
const HEAD_BYTES = 256;

/** The type of a frame's event; undefined for heartbeats and comments. */
export function eventTypeOf(frame: Uint8Array): string | undefined {
  return /^event: ?(.*?)\r?$/m.exec(decoder.decode(frame.subarray(0, HEAD_BYTES)))?.[1];
}
