import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import type { LogStream } from './log-frames.ts';

/** How far a stream was copied: the last message's time (ns), how many messages of just that time, and the file's size then. */
export interface LogPosition {
  at: string;
  count: number;
  size: number;
}

export type LogPositions = Partial<Record<LogStream, LogPosition>>;

const RECORD_BYTES = 512;

/** Where the positions are kept: one record of fixed size that is overwritten in one write, so a crash leaves the old or the new one. */
export class PositionFile {
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(path: string): Promise<PositionFile> {
    return new PositionFile(await open(path, constants.O_RDWR | constants.O_CREAT));
  }

  /** Empty when nothing was kept, or what was kept cannot be read (the machine crashed): some lines may then come twice. */
  async read(): Promise<LogPositions> {
    const { buffer, bytesRead } = await this.#file.read(Buffer.alloc(RECORD_BYTES), 0, RECORD_BYTES, 0);
    try {
      return JSON.parse(buffer.toString('utf8', 0, bytesRead)) as LogPositions;
    } catch {
      return {};
    }
  }

  async write(positions: LogPositions): Promise<void> {
    await this.#file.write(JSON.stringify(positions).padEnd(RECORD_BYTES), 0);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
