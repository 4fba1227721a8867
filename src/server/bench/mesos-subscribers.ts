import { serve } from '../http/serve.ts';
import { busyMesos } from './busy-mesos.ts';
import { median, time } from './samples.ts';

// `node src/server/bench/mesos-subscribers.ts`: how long an event takes from the master to the last of 100 readers of its event stream
// over HTTP, at several numbers of tasks: the cost of an event must not depend on them. One more reader never reads.

const READERS = 100;
const EVENTS = 25;
const AGENTS = 100;
const BUDGET_MS = 50;

interface Reader {
  /** Resolves when the text has come. */
  saw(text: string): Promise<void>;
  stop: () => void;
}

async function subscribe(port: number): Promise<{ response: Response; stop: () => void }> {
  const abort = new AbortController();
  const response = await fetch(`http://127.0.0.1:${port}/api/v1`, {
    method: 'POST',
    body: '{"type":"SUBSCRIBE"}',
    headers: { 'content-type': 'application/json' },
    signal: abort.signal,
  });
  return { response, stop: () => abort.abort() };
}

async function openReader(port: number): Promise<Reader> {
  const { response, stop } = await subscribe(port);
  let wanted = '"HEARTBEAT"';
  let seen = (): void => {};
  let text = '';
  const first = new Promise<void>((resolve) => (seen = resolve));
  void (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) {
      text = text.slice(-1000) + decoder.decode(chunk, { stream: true });
      if (text.includes(wanted)) seen();
    }
  })().catch(() => {});
  await first;
  return {
    saw(next) {
      wanted = next;
      text = '';
      return new Promise((resolve) => (seen = resolve));
    },
    stop,
  };
}

/** ms from each event to its last reader. */
async function latencies(tasks: number): Promise<number[]> {
  const { mesos } = await busyMesos(AGENTS, tasks);
  const server = await serve(mesos.master.fetch, { address: '127.0.0.1', port: 0 });
  const deaf = await subscribe(server.port);
  const readers: Reader[] = [];
  for (let n = 0; n < READERS; n++) readers.push(await openReader(server.port));
  const samples: number[] = [];
  for (let n = 0; n < EVENTS; n++) {
    const all = Promise.all(readers.map((reader) => reader.saw(`"task-${n}"`)));
    mesos.containers.end(`task-${n}`, { state: 'TASK_FINISHED', message: 'Command exited with status 0' });
    samples.push(await time(() => all));
  }
  for (const { stop } of [deaf, ...readers]) stop();
  await server.close();
  return samples;
}

console.log(`tasks | ms from an event to the last of ${READERS} readers: median, max | wanted`);
for (const tasks of [100, 1000, 10_000]) {
  const samples = await latencies(tasks);
  console.log([tasks, `${median(samples).toFixed(1)}, ${Math.max(...samples).toFixed(1)}`, `≤ ${BUDGET_MS}`].join(' | '));
}
