import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startLocalServer } from '../testing/local-server.ts';
import type { Figure } from './figures.ts';
import { runProgram } from './run-program.ts';
import { alternate, time, type Samples } from './samples.ts';

const ROUNDS = 7;
const BUDGET_MS = 2000;

async function timeToReady(root: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  const started = performance.now();
  const server = await startLocalServer(root, args, env);
  const taken = performance.now() - started;
  await server.stop();
  rmSync(server.stateDirectory, { recursive: true, force: true });
  return taken;
}

/**
 * From the command to the line `ready`, with everything installed, by the Node that `npm start` runs. For scale, the same Node
 * with nothing to do; the rest of a start are the modules (told by `--help`, which loads them all but the engine's client),
 * and then the cluster.
 */
export async function measureStart(root: string, scratch: string, engine: Record<string, string>): Promise<Figure[]> {
  const node = process.execPath;
  const empty = path.join(scratch, 'empty.ts');
  writeFileSync(empty, '');
  const help = ['src/server/launch.mjs', 'start', '--help'];
  const samples = await alternate(ROUNDS, {
    bare: () => time(() => runProgram(node, ['-e', '0'])),
    empty: () => time(() => runProgram(node, [empty])),
    modules: () => time(() => runProgram(node, help, root)),
    processes: () => timeToReady(root, ['--executor', 'process'], {}),
    containers: () => timeToReady(root, [], engine),
    npm: () => time(() => runProgram('npm', ['start', '--silent', '--', '--help'], root)),
  });
  const budget = { comparedWith: { name: 'budget of 2 s', budget: BUDGET_MS }, atMost: 1 };
  const scale = (what: string, taken: Samples): Figure => ({
    what,
    samples: taken,
    comparedWith: { name: 'command to ready, no engine', samples: samples.processes },
  });
  return [
    { what: 'command to ready, no engine', samples: samples.processes, ...budget },
    { what: 'command to ready, engine running', samples: samples.containers, ...budget },
    scale('of that: node -e 0', samples.bare),
    scale('of that: an empty TypeScript file', samples.empty),
    scale('of that: launcher and all modules (--help)', samples.modules),
    { what: 'the same --help by npm start', samples: samples.npm, comparedWith: { name: 'without npm', samples: samples.modules } },
  ];
}
