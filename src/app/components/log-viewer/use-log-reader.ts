import { useEffect, useState, useSyncExternalStore } from 'react';
import { agentLogFile } from './agent-log-file.ts';
import { createLogReader, type LogReader, type LogState } from './log-reader.ts';
import type { LogSource } from './log-source.ts';
import { createMergedReader, type MergedReader, type MergedState } from './merged-reader.ts';

/**
 * Reads one file while the calling component is mounted: its end, which is followed, or the part around byte `at`. An address
 * that is shown already is left where it is. Give the component the file as key.
 */
export function useLogReader({ agentId, path }: LogSource, at: number | undefined): { reader: LogReader; state: LogState } {
  const [reader] = useState(() => createLogReader(agentLogFile(agentId, path)));
  useEffect(() => {
    const { loaded, window } = reader.state();
    const shown = loaded && at !== undefined && at >= window.start && at < window.end;
    if (shown) reader.pause();
    else reader.open(at);
  }, [reader, at]);
  useEffect(() => () => reader.close(), [reader]);
  return { reader, state: useSyncExternalStore(reader.subscribe, reader.state) };
}

/** Follows several files as one while the calling component is mounted. Give the component the files as key. */
export function useMergedReader(sources: readonly LogSource[]): { reader: MergedReader; state: MergedState } {
  const [reader] = useState(() => createMergedReader(sources.map(({ agentId, path }) => agentLogFile(agentId, path))));
  useEffect(() => {
    reader.follow();
    return () => reader.close();
  }, [reader]);
  return { reader, state: useSyncExternalStore(reader.subscribe, reader.state) };
}
