import { useEffect, useRef, useState } from 'react';
import { emptyBuffer, type LogBuffer, nextRead, withRead } from './log-buffer.ts';
import { readFile } from './sandbox.ts';

export interface LogTail {
  buffer: LogBuffer;
  /** The first answer is there. */
  loaded: boolean;
  /** Why the last read failed; reading goes on. */
  error: Error | undefined;
}

/** Between two looks at a file that has not grown. */
const QUIET_MS = 700;
const FAILED_MS = 3_000;

const nothing: LogTail = { buffer: emptyBuffer, loaded: false, error: undefined };

/** The end of a file of an agent, kept up to date while `following` (and the window is visible). Give the calling component the path as key. */
export function useLogTail(agentId: string, path: string, following: boolean): LogTail {
  const [tail, setTail] = useState(nothing);
  const latest = useRef(nothing);
  useEffect(() => {
    if (!following) return undefined;
    const stopped = new AbortController();
    // After a pause reading goes on where it ended.
    void follow(agentId, path, latest.current.buffer, stopped.signal, (next) => {
      latest.current = next;
      setTail(next);
    });
    return () => stopped.abort();
  }, [agentId, path, following]);
  return tail;
}

async function follow(agentId: string, path: string, from: LogBuffer, stopped: AbortSignal, tell: (tail: LogTail) => void): Promise<void> {
  let buffer = from;
  while (!stopped.aborted) {
    try {
      const before = buffer;
      buffer = await readOn(agentId, path, buffer, stopped);
      tell({ buffer, loaded: true, error: undefined });
      if (buffer === before) await rest(QUIET_MS, stopped);
    } catch (error) {
      if (stopped.aborted) return;
      tell({ buffer, loaded: buffer.end > 0, error: error instanceof Error ? error : new Error(String(error)) });
      await rest(FAILED_MS, stopped);
    }
  }
}

/** One look at the file; the same buffer when there is nothing new. */
async function readOn(agentId: string, path: string, buffer: LogBuffer, signal: AbortSignal): Promise<LogBuffer> {
  const { offset: size } = await readFile(agentId, path, undefined, signal);
  const read = nextRead(buffer, size);
  if (read === undefined) return buffer;
  const { data } = await readFile(agentId, path, read, signal);
  const next = withRead(buffer, read, data);
  // A character that is written only in part is waited for.
  return next.end === buffer.end ? buffer : next;
}

/** Waits, and while the window is hidden goes on waiting until it is seen again. */
async function rest(ms: number, stopped: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    stopped.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
  if (!document.hidden || stopped.aborted) return;
  await new Promise<void>((resolve) => {
    document.addEventListener('visibilitychange', () => resolve(), { once: true, signal: stopped });
    stopped.addEventListener('abort', () => resolve(), { once: true });
  });
}
