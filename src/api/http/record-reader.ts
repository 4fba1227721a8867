const NEWLINE = 10;
const ZERO = 48;
const NINE = 57;
/** A snapshot of 50,000 tasks has about 60 MB; what claims to be much longer is no record. */
const LONGEST_RECORD = 1_000_000_000;

/**
 * Takes a RecordIO stream apart: a decimal length in bytes, a newline, so many bytes, and again. The returned function is given the
 * stream piece by piece, however it is cut, and gives back the records that are complete. Throws on anything else: a login page, say.
 */
export function createRecordReader(): (chunk: Uint8Array) => Uint8Array[] {
  let length = 0;
  let digits = 0;
  /** The record that is being filled; undefined while its length is read. */
  let record: Uint8Array | undefined;
  let filled = 0;

  const readLength = (byte: number): void => {
    if (byte === NEWLINE && digits > 0) {
      record = new Uint8Array(length);
      filled = 0;
      return;
    }
    const isDigit = byte >= ZERO && byte <= NINE;
    length = length * 10 + byte - ZERO;
    digits += 1;
    if (!isDigit || length > LONGEST_RECORD) throw new Error('The stream holds no records: where a length belongs is something else.');
  };

  return (chunk) => {
    const complete: Uint8Array[] = [];
    let at = 0;
    while (at < chunk.length || (record !== undefined && filled === record.length)) {
      if (record === undefined) {
        readLength(chunk[at] ?? 0);
        at += 1;
        continue;
      }
      const piece = chunk.subarray(at, at + record.length - filled);
      record.set(piece, filled);
      filled += piece.length;
      at += piece.length;
      if (filled < record.length) break;
      complete.push(record);
      record = undefined;
      length = 0;
      digits = 0;
    }
    return complete;
  };
}
