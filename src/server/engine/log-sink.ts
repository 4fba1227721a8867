import { open, readFile, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { LogMessage, LogStream } from './log-frames.ts';

/** How far a stream was copied: the last message's time, how many messages of just that time, and the file's size then. */
interface Position {
  at: string;
  count: number;
  size: number;
}

/** More than one chunk of the engine's stream, which is the most that can be unaccounted for. */
const TAIL_BYTES = 1024 * 1024;

async function readPositions(file: string): Promise<Partial<Record<LogStream, Position>>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return JSON.parse(text) as Partial<Record<LogStream, Position>>;
  } catch {
    // Cut short by a full disk or a crash of the machine: begin again, some lines may then come twice.
    return {};
  }
}

/** One stream of a container on its way into a file of the sandbox. */
class StreamSink {
  readonly #file: FileHandle;
  #at: bigint;
  #count: number;
  /** Messages still to be passed over, of the time where copying stopped. */
  #skip: number;
  /** Bytes beyond the last known position: copied just before a crash, so the same bytes may come again. */
  #tail: Buffer;
  size: number;

  constructor(file: FileHandle, position: Position | undefined, tail: Buffer, size: number) {
    this.#file = file;
    this.#at = BigInt(position?.at ?? 0);
    this.#count = position?.count ?? 0;
    this.#skip = this.#count;
    this.#tail = tail;
    this.size = size;
  }

  static async open(path: string, position: Position | undefined): Promise<StreamSink> {
    const file = await open(path, 'a+');
    const { size } = await file.stat();
    const known = position?.size ?? size;
    const tail = Buffer.alloc(Math.max(0, Math.min(TAIL_BYTES, size - known)));
    if (tail.length > 0) await file.read(tail, 0, tail.length, known);
    return new StreamSink(file, position, tail, size);
  }

  get position(): Position {
    return { at: String(this.#at), count: this.#count, size: this.size };
  }

  get at(): bigint {
    return this.#at;
  }

  async write(messages: readonly LogMessage[]): Promise<void> {
    const fresh = messages.filter((message) => this.#isNew(message)).map(({ payload }) => payload);
    if (fresh.length === 0) return;
    await this.#file.appendFile(Buffer.concat(fresh));
    this.size = (await this.#file.stat()).size;
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  #isNew({ at, payload }: LogMessage): boolean {
    if (at < this.#at) return false;
    if (at === this.#at && this.#skip > 0) {
      this.#skip--;
      return false;
    }
    this.#count = at === this.#at ? this.#count + 1 : 1;
    this.#at = at;
    this.#skip = 0;
    const written = payload.length > 0 && this.#tail.subarray(0, payload.length).equals(payload);
    this.#tail = written ? this.#tail.subarray(payload.length) : Buffer.alloc(0);
    return !written;
  }
}

/**
 * Copies a container's output into its sandbox. The engine keeps the output too and lives longer than we do, so after a
 * restart we ask it for what came since the last message we wrote; the position is stored after each write.
 */
export class LogSink {
  readonly #streams: Record<LogStream, StreamSink>;
  readonly #positionFile: string;

  constructor(streams: Record<LogStream, StreamSink>, positionFile: string) {
    this.#streams = streams;
    this.#positionFile = positionFile;
  }

  static async open(sandbox: string, stateDirectory: string): Promise<LogSink> {
    const positionFile = join(stateDirectory, 'log-position.json');
    const { stdout, stderr } = await readPositions(positionFile);
    const streams = {
      stdout: await StreamSink.open(join(sandbox, 'stdout'), stdout),
      stderr: await StreamSink.open(join(sandbox, 'stderr'), stderr),
    };
    const sink = new LogSink(streams, positionFile);
    await sink.#save();
    return sink;
  }

  /** From when on the engine is to be asked, as seconds with nine decimals; the streams' clocks are not in step, so the earlier one. */
  get since(): string {
    const { stdout, stderr } = this.#streams;
    const earliest = stdout.at < stderr.at ? stdout.at : stderr.at;
    return `${earliest / 1_000_000_000n}.${String(earliest % 1_000_000_000n).padStart(9, '0')}`;
  }

  async write(messages: readonly LogMessage[]): Promise<void> {
    const { stdout, stderr } = this.#streams;
    await stdout.write(messages.filter(({ stream }) => stream === 'stdout'));
    await stderr.write(messages.filter(({ stream }) => stream === 'stderr'));
    await this.#save();
  }

  async #save(): Promise<void> {
    const { stdout, stderr } = this.#streams;
    await writeFile(this.#positionFile, JSON.stringify({ stdout: stdout.position, stderr: stderr.position }));
  }

  async close(): Promise<void> {
    await Promise.all([this.#streams.stdout.close(), this.#streams.stderr.close()]);
  }
}
