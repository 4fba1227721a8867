import { queryOptions } from '@tanstack/react-query';
import { fileSize, readFile } from '../../live/agent-files.ts';

const TAIL_BYTES = 2_048;

/** The last lines of a file, for a glimpse: of why a task failed, or of how far an image is pulled. Blank lines are left out. */
export const lastLinesQuery = (agentId: string, path: string, count: number, everyMs: number | false) =>
  queryOptions({
    queryKey: ['mesos', 'agent', agentId, 'last-lines', path, count],
    queryFn: async ({ signal }) => {
      const size = await fileSize(agentId, path, signal);
      if (size === 0) return [];
      const offset = Math.max(0, size - TAIL_BYTES);
      const data = await readFile(agentId, path, { offset, length: size - offset }, signal);
      return lastLines(data, count, offset > 0);
    },
    refetchInterval: everyMs,
  });

/** `cut`: the text begins in the middle of a line, which is left out when there are others. */
export function lastLines(text: string, count: number, cut: boolean): string[] {
  const lines = text.split('\n');
  const whole = cut && lines.length > 1 ? lines.slice(1) : lines;
  // A progress display rewrites its line with carriage returns: only what stands at the end is seen.
  return whole
    .map((line) => line.trimEnd().split('\r').at(-1) ?? '')
    .filter((line) => line.trim() !== '')
    .slice(-count);
}
