import type { Marathon } from './deploy-app.ts';
import type { Figure } from './figures.ts';
import { runProgram } from './run-program.ts';
import { alternate, time } from './samples.ts';

const ROUNDS = 24;
const BUDGET_MS = 150;

/** A command app from its POST to TASK_RUNNING; for scale, a shell that does nothing. */
export async function measureCommand(marathon: Marathon): Promise<Figure[]> {
  const { ours, bare } = await alternate(ROUNDS, {
    ours: () => marathon.timeToRunning({ cmd: 'sleep 1000', cpus: 0.1, mem: 32 }),
    bare: () => time(() => runProgram('sh', ['-c', ':'])),
  });
  const what = 'POST of a command app to TASK_RUNNING';
  return [
    { what, samples: ours, comparedWith: { name: 'budget of 150 ms', budget: BUDGET_MS }, atMost: 1 },
    { what, samples: ours, comparedWith: { name: "sh -c ':' run to its end", samples: bare } },
  ];
}
