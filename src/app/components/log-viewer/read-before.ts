import { type Earlier, filesToRead } from './earlier-lines.ts';
import type { LogFile } from './log-reader.ts';
import { type LogWindow, rangeBefore, windowOf } from './log-window.ts';

/** What a read of one of several files brought: the lines that end at byte `end`, or why they could not be read. */
export interface EarlierRead {
  source: number;
  end: number;
  piece: Pick<LogWindow, 'start' | 'lines'>;
  error: Error | undefined;
}

/** Reads the next lines further back of those files that keep others from being shown. */
export const readBefore = (files: readonly LogFile[], earlier: readonly Earlier[], signal: AbortSignal): Promise<EarlierRead[]> =>
  Promise.all(filesToRead(earlier).map((source) => readOne(files[source], source, earlier[source]?.from ?? 0, signal)));

async function readOne(file: LogFile | undefined, source: number, end: number, signal: AbortSignal): Promise<EarlierRead> {
  const range = rangeBefore({ start: end });
  const nothing = { source, end, piece: { start: 0, lines: [] }, error: undefined };
  if (file === undefined || range === undefined) return nothing;
  try {
    return { ...nothing, piece: windowOf(range, await file.read(range, signal)) };
  } catch (error) {
    return { ...nothing, error: error instanceof Error ? error : new Error(String(error)) };
  }
}
