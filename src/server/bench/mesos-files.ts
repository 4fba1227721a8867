import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { limits } from '../../cluster/kernel/limits.ts';
import { testMesos, testTask } from '../../cluster/mesos-master/test-mesos.test-support.ts';
import { createSandboxDirectories } from '../executors/sandbox-directories.ts';
import { figureTable, type Figure } from './figures.ts';
import { time } from './samples.ts';

// `node src/server/bench/mesos-files.ts`: 64 KiB anywhere in a log of 1 GB by an agent's `/files/read`, and how much memory that takes.

const SIZE = 1e9;
const ROUNDS = 100;

const base = mkdtempSync(path.join(tmpdir(), 'log-reads-'));
try {
  const mesos = testMesos();
  const framework = await mesos.framework();
  const agent = mesos.agent('a1', { workDir: path.join(base, 'a1'), files: createSandboxDirectories(base) });
  await mesos.settle();
  framework.accept([testTask('t')]);
  while (mesos.containers.launched.length === 0) await new Promise((resolve) => setTimeout(resolve, 10)).then(() => mesos.settle());
  const sandbox = mesos.containers.launched[0]?.sandbox ?? '';
  const offsets = Array.from({ length: ROUNDS }, (_, round) => Math.floor(((SIZE - limits.filesReadBytes) * round) / ROUNDS));
  // only what is read is written; the rest of the file is holes
  const log = openSync(path.join(sandbox, 'stdout'), 'w');
  ftruncateSync(log, SIZE);
  for (const offset of offsets) writeSync(log, 'GET /index.html 200 in 3 ms\n'.repeat(3000), offset);
  closeSync(log);
  const samples: number[] = [];
  const before = process.memoryUsage.rss();
  let most = 0;
  for (const offset of offsets) {
    const url = `http://a1/files/read?path=${encodeURIComponent(`${sandbox}/stdout`)}&offset=${offset}&length=${limits.filesReadBytes}`;
    samples.push(
      await time(async () => {
        const { data } = (await (await agent.fetch(new Request(url))).json()) as { data: string };
        if (data.length !== limits.filesReadBytes) throw new Error(`Only ${data.length} bytes came.`);
      }),
    );
    most = Math.max(most, process.memoryUsage.rss() - before);
  }
  const figures: Figure[] = [{ what: '64 KiB of a log of 1 GB', samples, comparedWith: { name: 'budget', budget: 5 }, atMost: 1 }];
  const [load = 0] = loadavg();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}\n`);
  console.log(`${ROUNDS} reads took at most ${(most / 1e6).toFixed(0)} MB more memory than before.`);
} finally {
  rmSync(base, { recursive: true, force: true });
}
