import type Dockerode from 'dockerode';
import { createInterface } from 'node:readline';
import type { Clock } from '../../cluster/kernel/clock.ts';
import { registryLogin } from './registry-login.ts';

/** People are told at most this often. */
const TELL_EVERY_MS = 1000;
const MEGABYTE = 1_000_000;

interface PullEvent {
  id?: string;
  status?: string;
  error?: string;
  progressDetail?: { current?: number; total?: number };
}

/** An image could not be pulled; `message` is what the engine said. */
export class PullError extends Error {
  override name = 'PullError';
}

/** Adds up what the engine tells of an image's layers. */
export class PullProgress {
  readonly #layers = new Map<string, { current: number; total: number; done: boolean }>();

  accept({ id, status = '', progressDetail }: PullEvent): void {
    // The line with the tag for an id ("Pulling from …") is about no layer.
    if (id === undefined || status.startsWith('Pulling from')) return;
    const layer = this.#layers.get(id) ?? { current: 0, total: 0, done: false };
    if (status === 'Downloading') {
      layer.current = progressDetail?.current ?? layer.current;
      layer.total = progressDetail?.total ?? layer.total;
    }
    if (status === 'Download complete') layer.current = layer.total;
    if (status === 'Pull complete' || status === 'Already exists') layer.done = true;
    this.#layers.set(id, layer);
  }

  /** `3 of 8 layers, 12.3 of 45.6 MB`; sizes are known only once their layer's download has begun. */
  toString(): string {
    const layers = [...this.#layers.values()];
    const sum = (pick: (layer: { current: number; total: number }) => number): string =>
      (layers.reduce((total, layer) => total + pick(layer), 0) / MEGABYTE).toFixed(1);
    return `${layers.filter(({ done }) => done).length} of ${layers.length} layers, ${sum(({ current }) => current)} of ${sum(({ total }) => total)} MB`;
  }
}

/**
 * Pulls an image, as the user that is logged in at its registry, and tells how far it is. Throws PullError with the engine's reason, an AbortError when `signal` fired first,
 * or the fault of the connection.
 */
export async function pullImage(
  docker: Dockerode,
  image: string,
  { clock, signal, tell }: { clock: Clock; signal: AbortSignal; tell: (message: string) => void },
): Promise<void> {
  tell(`Pulling image ${image}`);
  const authconfig = await registryLogin(image);
  const stream = await docker.pull(image, { abortSignal: signal, ...(authconfig && { authconfig }) });
  const progress = new PullProgress();
  let nextAt = clock.now() + TELL_EVERY_MS;
  const lines = createInterface({ input: stream });
  const stop = (): void => lines.close();
  signal.addEventListener('abort', stop, { once: true });
  for await (const line of lines) {
    const event = JSON.parse(line) as PullEvent;
    if (event.error !== undefined) throw new PullError(event.error);
    progress.accept(event);
    if (clock.now() < nextAt) continue;
    nextAt = clock.now() + TELL_EVERY_MS;
    tell(`Pulling image ${image}: ${progress.toString()}`);
  }
  signal.throwIfAborted();
  tell(`Pulled image ${image}`);
}
