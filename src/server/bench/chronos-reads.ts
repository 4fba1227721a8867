import { cpus, loadavg } from 'node:os';
import { createChronosHttp } from '../../cluster/chronos/http/chronos-http.ts';
import { testWorld } from '../../cluster/chronos/test-world.test-support.ts';
import { figureTable, type Figure } from './figures.ts';
import { time } from './samples.ts';

// `node src/server/bench/chronos-reads.ts`: what lists of many jobs take Chronos, and how long a year of many jobs takes by the
// manual clock.

const JOBS = 5000;
const ROUNDS = 40;
const WARM_UP = 10;
const YEAR_JOBS = 500;
const DAY_MS = 86_400_000;
const READS = ['jobs', 'jobs/summary', 'jobs/search?any=job-49', 'graph/csv'];

async function measureReads(): Promise<Figure[]> {
  const world = testWorld();
  for (let n = 0; n < JOBS; n++) {
    const more = { owner: `team-${n % 7}@example.com`, environmentVariables: [{ name: 'INDEX', value: String(n) }] };
    if (n % 5 === 4) world.dependent(`job-${n}`, [`job-${n - 1}`, `job-${n - 2}`], more);
    else world.scheduled(`job-${n}`, 'R/2099-01-01T00:00:00.000Z/PT1H', more);
  }
  const chronos = createChronosHttp(world.chronos, { leader: 'm1:4400' });
  const figures: Figure[] = [];
  for (const target of READS) {
    const samples: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const taken = await time(async () => (await chronos(new Request(`http://m1/v1/scheduler/${target}`))).arrayBuffer());
      if (round >= 0) samples.push(taken);
    }
    figures.push({ what: `GET ${target}, ${JOBS} jobs`, samples, comparedWith: { name: 'budget', budget: 50 }, atMost: 1 });
  }
  return figures;
}

/** A tenth of the jobs each day, the others each week. */
async function measureYear(): Promise<Figure> {
  const world = testWorld({ start: '2024-01-01T00:00:00Z', agents: [{ id: 'S0', hostname: 'a1', cpus: 64, mem: 65_536 }] });
  for (let n = 0; n < YEAR_JOBS; n++) {
    const at = `${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    world.scheduled(`job-${n}`, `R/2024-01-01T${at}:00/${n % 10 === 0 ? 'P1D' : 'P1W'}`, { cpus: 0.01, mem: 1 });
  }
  const taken = await time(async () => {
    for (let day = 0; day < 366; day++) await world.clock.advance(DAY_MS);
  });
  return { what: `a year of ${YEAR_JOBS} jobs`, samples: [taken], comparedWith: { name: 'budget of 30 s', budget: 30_000 }, atMost: 1 };
}

const figures = [...(await measureReads()), await measureYear()];
const [load = 0] = loadavg();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}`);
