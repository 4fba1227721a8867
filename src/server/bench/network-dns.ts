import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { figureTable, type Figure } from './figures.ts';
import { pinThisProcess, startPinned } from './pinned.ts';
import { time } from './samples.ts';

// `npm run bench:network`: how soon names are answered by DNS, and how many a second, the server on one processor and its clients on
// another.

const TASKS = 1000;
const QUESTIONS = 10_000;
const AT_ONCE = 100;
const ROUNDS = 5;
const SINGLE = 300;
const [A, SRV] = [1, 33];

function question(id: number, name: string, type: number): Buffer {
  const labels = name.split('.').flatMap((label) => [label.length, ...Buffer.from(label)]);
  return Buffer.from([id >> 8, id & 255, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...labels, 0, 0, type, 0, 1]);
}

const { said, stop } = await startPinned(
  0,
  [process.execPath, path.join(import.meta.dirname, 'dns-of-tasks.ts'), String(TASKS)],
  /^port (\d+)$/,
);
await pinThisProcess(1);
const client = createSocket({ type: 'udp4', recvBufferSize: 4 * 1024 * 1024 });
client.connect(Number(said[1]), '127.0.0.1');
await once(client, 'connect');

async function askOne(name: string, type: number): Promise<void> {
  const answered = once(client, 'message');
  client.send(question(1, name, type));
  await answered;
}

/** As many as `AT_ONCE` under way until all are answered. */
function askMany(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    let answered = 0;
    const ask = (): void => client.send(question(asked, `app-${asked++ % TASKS}.marathon.mesos`, A));
    const hear = (): void => {
      if (++answered === QUESTIONS) {
        client.off('message', hear);
        resolve();
      } else if (asked < QUESTIONS) ask();
    };
    client.on('message', hear);
    for (let n = 0; n < AT_ONCE; n++) ask();
  });
}

async function samplesOf(rounds: number, work: () => Promise<void>): Promise<number[]> {
  await work();
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) samples.push(await time(work));
  return samples;
}

const budget = { name: 'budget', budget: 5 };
const figures: Figure[] = [
  { what: 'A of leader.mesos', samples: await samplesOf(SINGLE, () => askOne('leader.mesos', A)), comparedWith: budget, atMost: 1 },
  {
    what: `SRV of one of ${TASKS} tasks`,
    samples: await samplesOf(SINGLE, () => askOne('_app-7._tcp.marathon.mesos', SRV)),
    comparedWith: budget,
    atMost: 1,
  },
  {
    what: `${QUESTIONS} questions on one processor`,
    samples: await samplesOf(ROUNDS, askMany),
    comparedWith: { name: 'a second', budget: 1000 },
    atMost: 1,
  },
];
client.close();
await stop();
const [load = 0] = loadavg();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}`);
