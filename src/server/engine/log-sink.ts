import { join } from 'node:path';
import type { LogMessage, LogStream } from './log-frames.ts';
import { PositionFile } from './log-position.ts';
import { StreamSink } from './stream-sink.ts';

const NS_PER_SECOND = 1_000_000_000n;

/**
 * Copies a container's output into its sandbox. The engine keeps the output too and lives longer than we do, so after a
 * restart we ask it for what came since the last message we wrote; the position is noted after each write.
 */
export class LogSink {
  readonly #streams: Record<LogStream, StreamSink>;
  readonly #positions: PositionFile;
  #writing: Promise<void> = Promise.resolve();

  constructor(streams: Record<LogStream, StreamSink>, positions: PositionFile) {
    this.#streams = streams;
    this.#positions = positions;
  }

  static async open(sandbox: string, stateDirectory: string): Promise<LogSink> {
    const positions = await PositionFile.open(join(stateDirectory, 'log-position.json'));
    const { stdout, stderr } = await positions.read();
    const streams = {
      stdout: await StreamSink.open(join(sandbox, 'stdout'), stdout),
      stderr: await StreamSink.open(join(sandbox, 'stderr'), stderr),
    };
    const sink = new LogSink(streams, positions);
    await sink.#note();
    return sink;
  }

  /**
   * From when on the engine is to be asked, as seconds with nine decimals: a second before the last message, since the
   * streams get their times apart from each other. What was written already is passed over.
   */
  get since(): string {
    const { stdout, stderr } = this.#streams;
    const latest = stdout.at > stderr.at ? stdout.at : stderr.at;
    const from = latest > NS_PER_SECOND ? latest - NS_PER_SECOND : 0n;
    return `${from / NS_PER_SECOND}.${String(from % NS_PER_SECOND).padStart(9, '0')}`;
  }

  /** One write at a time. */
  write(messages: readonly LogMessage[]): Promise<void> {
    this.#writing = this.#write(messages);
    return this.#writing;
  }

  /** Waits for a write that is under way, so that who opens it next finds everything noted. */
  async close(): Promise<void> {
    await this.#writing.catch(() => {
      // Whoever wrote was told.
    });
    const { stdout, stderr } = this.#streams;
    await Promise.all([stdout.close(), stderr.close(), this.#positions.close()]);
  }

  async #write(messages: readonly LogMessage[]): Promise<void> {
    for (const stream of ['stdout', 'stderr'] as const)
      await this.#streams[stream].write(messages.filter((message) => message.stream === stream));
    await this.#note();
  }

  async #note(): Promise<void> {
    const { stdout, stderr } = this.#streams;
    await this.#positions.write({ stdout: stdout.position, stderr: stderr.position });
  }
}
