import { fileSize, readFile } from '../../live/agent-files.ts';
import type { LogFile } from './log-reader.ts';

/** A file of an agent, read over the adminRouter. */
export const agentLogFile = (agentId: string, path: string): LogFile => ({
  size: (signal) => fileSize(agentId, path, signal),
  read: (range, signal) => readFile(agentId, path, range, signal),
  rest: restWhileSeen,
});

/** Waits, and while the window is hidden goes on waiting until it is seen again. */
async function restWhileSeen(ms: number, stopped: AbortSignal): Promise<void> {
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
