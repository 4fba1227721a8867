import type { MesosTask } from '../mesos-tasks.ts';
import { snapshotIn, type Snapshot } from './compact.ts';
import type { Portion } from './compact-worker.ts';

/** Smaller ones are read in less time than a worker takes to start. */
const WORTH_A_WORKER = 1_000_000;

/** A browser may forbid workers; the next snapshot is then read in the page. */
let workersFail = typeof Worker === 'undefined';

/** The snapshot in a first record; undefined when it is another record. Rejects on what is no JSON. A large one is read in a worker. */
export async function readSnapshot(bytes: Uint8Array): Promise<Snapshot | undefined> {
  if (bytes.length < WORTH_A_WORKER || workersFail) return snapshotIn(bytes);
  const worker = new Worker(new URL('compact-worker.ts', import.meta.url), { type: 'module' });
  try {
    return await readIn(worker, bytes);
  } finally {
    worker.terminate();
  }
}

function readIn(worker: Worker, bytes: Uint8Array): Promise<Snapshot | undefined> {
  const tasks: MesosTask[] = [];
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Portion>) => {
      if (data.kind === 'tasks') tasks.push(...data.tasks);
      else if (data.kind === 'rest') resolve(data.rest && { ...data.rest, tasks });
      else reject(new Error(data.message));
    });
    worker.addEventListener('error', (event) => {
      workersFail = true;
      reject(new Error(event.message || 'The worker that reads snapshots cannot be started.'));
    });
    worker.postMessage(bytes, [bytes.buffer]);
  });
}
