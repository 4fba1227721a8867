import { open, type FileHandle } from 'node:fs/promises';
import type { LogMessage } from './log-frames.ts';
import type { LogPosition } from './log-position.ts';

/** More than one batch, which is the most that can be written and not yet noted. */
const TAIL_BYTES = 2 * 1024 * 1024;

/** One stream of a container on its way into a file of the sandbox. */
export class StreamSink {
  readonly #file: FileHandle;
  /** Time of the last message that was taken, in ns. */
  at: bigint;
  #count: number;
  #size: number;
  /** Messages still to be passed over, of the time where copying stopped. */
  #skip: number;
  /** Bytes beyond the noted position: written just before a crash, so the same bytes may come again. */
  #tail: Buffer;

  constructor(file: FileHandle, position: LogPosition, tail: Buffer) {
    this.#file = file;
    this.at = BigInt(position.at);
    this.#count = position.count;
    this.#skip = position.count;
    this.#size = position.size;
    this.#tail = tail;
  }

  static async open(path: string, noted: LogPosition | undefined): Promise<StreamSink> {
    const file = await open(path, 'a+');
    const { size } = await file.stat();
    const position = noted ?? { at: '0', count: 0, size };
    const tail = Buffer.alloc(Math.max(0, Math.min(TAIL_BYTES, size - position.size)));
    if (tail.length > 0) await file.read(tail, 0, tail.length, position.size);
    return new StreamSink(file, position, tail);
  }

  get position(): LogPosition {
    return { at: String(this.at), count: this.#count, size: this.#size };
  }

  async write(messages: readonly LogMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const fresh = messages.filter((message) => this.#isNew(message)).map(({ payload }) => payload);
    await this.#file.appendFile(Buffer.concat(fresh));
    this.#size = (await this.#file.stat()).size - this.#tail.length;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #isNew({ at, payload }: LogMessage): boolean {
    if (at < this.at) return false;
    if (at === this.at && this.#skip > 0) {
      this.#skip--;
      return false;
    }
    this.#count = at === this.at ? this.#count + 1 : 1;
    this.at = at;
    this.#skip = 0;
    const written = payload.length > 0 && this.#tail.subarray(0, payload.length).equals(payload);
    this.#tail = written ? this.#tail.subarray(payload.length) : Buffer.alloc(0);
    return !written;
  }
}
