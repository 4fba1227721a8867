/** Jute, ZooKeeper's serialization: big-endian numbers, and texts and byte arrays with their length before them. */
export class JuteWriter {
  readonly #parts: Buffer[] = [];

  int(value: number): this {
    const part = Buffer.alloc(4);
    part.writeInt32BE(value);
    this.#parts.push(part);
    return this;
  }

  long(value: bigint): this {
    const part = Buffer.alloc(8);
    part.writeBigInt64BE(value);
    this.#parts.push(part);
    return this;
  }

  bool(value: boolean): this {
    this.#parts.push(Buffer.from([value ? 1 : 0]));
    return this;
  }

  buffer(value: Uint8Array): this {
    this.int(value.length).#parts.push(Buffer.from(value));
    return this;
  }

  string(value: string): this {
    return this.buffer(Buffer.from(value));
  }

  strings(values: readonly string[]): this {
    this.int(values.length);
    for (const value of values) this.string(value);
    return this;
  }

  /** What was written, with its length before it, as it goes over the line. */
  frame(): Buffer {
    const body = Buffer.concat(this.#parts);
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length);
    return Buffer.concat([length, body]);
  }
}

/** Reads what a JuteWriter wrote, in the same order. Throws RangeError where the bytes are not enough. */
export class JuteReader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  #take(length: number): number {
    const at = this.#at;
    if (length < 0 || at + length > this.#bytes.length) throw new RangeError('The answer is shorter than it says.');
    this.#at += length;
    return at;
  }

  int(): number {
    return this.#bytes.readInt32BE(this.#take(4));
  }

  long(): bigint {
    return this.#bytes.readBigInt64BE(this.#take(8));
  }

  bool(): boolean {
    return this.#bytes[this.#take(1)] === 1;
  }

  /** No bytes for Java's null, whose length is -1. */
  buffer(): Buffer {
    const length = Math.max(0, this.int());
    const at = this.#take(length);
    return this.#bytes.subarray(at, at + length);
  }

  string(): string {
    return this.buffer().toString();
  }

  strings(): string[] {
    return Array.from({ length: this.#count() }, () => this.string());
  }

  /** Each text has its length at least, so that a lie about the number of them costs no memory. */
  #count(): number {
    const count = Math.max(0, this.int());
    if (count * 4 > this.#bytes.length - this.#at) throw new RangeError('The answer is shorter than it says.');
    return count;
  }
}

/** Cuts what arrives into frames; `take` gets each without its length. Throws RangeError for a length that no server would send. */
export function frameCutter(take: (frame: Buffer) => void, longest: number): (chunk: Buffer) => void {
  let waiting: Buffer[] = [];
  let size = 0;
  let needed = 4;
  return (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    while (size >= needed) {
      const all = Buffer.concat(waiting);
      const length = all.readInt32BE(0);
      if (length < 0 || length > longest) throw new RangeError(`A frame of ${length} bytes is not ZooKeeper's.`);
      const complete = size >= 4 + length;
      if (complete) take(all.subarray(4, 4 + length));
      const rest = complete ? all.subarray(4 + length) : all;
      waiting = [rest];
      size = rest.length;
      needed = complete ? 4 : 4 + length;
    }
  };
}
