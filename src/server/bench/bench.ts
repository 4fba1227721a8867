import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { createLog } from '../../cluster/kernel/log.ts';
import { logLine } from '../cli/log-lines.ts';
import { findEngine } from '../engine/find-engine.ts';
import { ensureImage } from '../images/ensure-image.ts';
import { startLocalServer } from '../testing/local-server.ts';
import { measureCommand } from './command-time.ts';
import { measureContainers } from './container-time.ts';
import { connectMarathon } from './deploy-app.ts';
import { figureTable, type Figure } from './figures.ts';
import { measureStart } from './start-time.ts';

// `npm run bench`: measures what the README claims. Every figure is a ratio of medians from this one run, or a share of a
// budget. It fails when something does not work, not when a figure is missed: other programs slow a machine down.

const ROOT = path.resolve(import.meta.dirname, '../../..');
const log = createLog((record) => process.stderr.write(`${logLine(record, Date.now(), false)}\n`), 'bench');

async function measureApps(scratch: string): Promise<Figure[]> {
  const engine = await findEngine({ stateDirectory: scratch, mayInstall: false, mayStart: true, log });
  if (engine.kind === 'none') throw new Error(`Containers need an engine to be measured: ${engine.reason} ${engine.remedy}`);
  try {
    await engine.ready;
    await ensureImage(engine.docker, 'redis', { log, mayInstall: false });
    const env = { DOCKER_HOST: engine.socket };
    log.info('Starting the server several times …');
    const figures = await measureStart(ROOT, scratch, env);
    const server = await startLocalServer(ROOT, [], env);
    try {
      const marathon = await connectMarathon(server);
      log.info('Deploying commands …');
      figures.push(...(await measureCommand(marathon)));
      log.info('Deploying containers …');
      figures.push(...(await measureContainers(marathon, engine)));
      await marathon.close();
    } finally {
      await server.dispose();
    }
    return figures;
  } finally {
    await engine.stop();
  }
}

const scratch = mkdtempSync(path.join(tmpdir(), 'dcos-local-bench-'));
try {
  const figures = await measureApps(scratch);
  const [load = 0] = loadavg();
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, load ${load.toFixed(1)}\n\n${figureTable(figures)}`);
} catch (fault) {
  log.error(fault instanceof Error ? fault.message : String(fault));
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
