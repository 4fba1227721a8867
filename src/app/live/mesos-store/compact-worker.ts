import { snapshotIn, type Snapshot } from './compact.ts';

/** Tasks come in portions, so that taking them over never holds a frame up. */
const PORTION = 2_000;

/** What the worker answers to the bytes of a record: portions of tasks, then the rest; or what is wrong with them. */
export type Portion =
  | { kind: 'tasks'; tasks: Snapshot['tasks'] }
  | { kind: 'rest'; rest: Omit<Snapshot, 'tasks'> | undefined }
  | { kind: 'fault'; message: string };

const answer = (portion: Portion): void => postMessage(portion);

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  try {
    const snapshot = snapshotIn(data);
    if (snapshot === undefined) return answer({ kind: 'rest', rest: undefined });
    const { tasks, ...rest } = snapshot;
    for (let at = 0; at < tasks.length; at += PORTION) answer({ kind: 'tasks', tasks: tasks.slice(at, at + PORTION) });
    answer({ kind: 'rest', rest });
  } catch (fault) {
    answer({ kind: 'fault', message: fault instanceof Error ? fault.message : String(fault) });
  }
});
