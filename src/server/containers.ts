import { createInterface } from 'node:readline/promises';
import type { ContainersStatus } from '../cluster/cluster.ts';
import { clusterId } from '../cluster/machines/cluster-id.ts';
import type { Containerizer } from '../cluster/executor/containerizer.ts';
import type { SandboxFiles } from '../cluster/executor/sandbox-files.ts';
import { createSimulatedContainerizer } from '../cluster/executor/simulated.ts';
import type { Kernel } from '../cluster/kernel/kernel.ts';
import type { StartOptions } from './cli/options.ts';
import { StartError } from './cli/start-error.ts';
import { createDockerContainerizer } from './engine/docker-containerizer.ts';
import type { Engine, RunningEngine } from './engine/engine.ts';
import { findEngine } from './engine/find-engine.ts';
import { createProcessContainerizer } from './executors/process-containerizer.ts';
import { ensureImage } from './images/ensure-image.ts';

export interface PreparedContainers {
  containerizers: { docker: Containerizer; process: Containerizer };
  status: () => ContainersStatus;
  /** The images that were asked for are on the engine. Rejects with ImageError. */
  imagesReady: Promise<void>;
  stop(): Promise<void>;
}

/** Finds out what can run containers here, as `--executor`, `--yes` and `--image` say. Throws StartError when an engine is demanded and there is none. */
export async function prepareContainers(
  kernel: Kernel,
  files: SandboxFiles,
  options: StartOptions,
  stateDirectory: string,
): Promise<PreparedContainers> {
  const { log } = kernel;
  const simulated = (reason: string): Containerizer => createSimulatedContainerizer(kernel, files, { reason });
  const process =
    options.executor === 'simulated'
      ? simulated('The cluster was started with --executor simulated.')
      : createProcessContainerizer(kernel, files);
  const engine = await chooseEngine(options, stateDirectory, log.as('engine'));
  if (engine.kind === 'none') {
    if (options.images.length > 0) log.warn(`No container engine, so ${options.images.join(', ')} cannot be made ready: ${engine.reason}`);
    log.warn(
      `Containers are simulated: ${engine.reason} ${engine.remedy && `For real ones, run \`${engine.remedy}\` and start the cluster again.`}`.trim(),
    );
    const status: ContainersStatus = {
      kind: 'simulated',
      reason: engine.reason,
      remedy: engine.remedy,
      images: [],
    };
    return {
      containerizers: { docker: simulated(engine.reason), process },
      status: () => status,
      imagesReady: Promise.resolve(),
      stop: async () => {},
    };
  }
  log.info(`Containers run on ${engine.kind} ${engine.version} at ${engine.socket}.`);
  const status: ContainersStatus = { kind: engine.kind, engine: `${engine.kind} ${engine.version}`, images: [] };
  const docker = createDockerContainerizer(kernel, engine, files, {
    cluster: clusterId(kernel),
    ...(options.publicAddress !== undefined && { publicAddress: options.publicAddress }),
  });
  const imagesReady = prepareImages(engine, options, kernel, status);
  // whoever waits for readiness is told; until then a rejection is not unhandled
  imagesReady.catch(() => {});
  return { containerizers: { docker, process }, status: () => status, imagesReady, stop: () => engine.stop() };
}

/** Ends each remedy: what was missing is looked for at the start. */
const START = 'npm start';

async function chooseEngine(options: StartOptions, stateDirectory: string, log: Kernel['log']): Promise<Engine> {
  if (options.executor === 'simulated')
    return { kind: 'none', reason: 'The cluster was started with --executor simulated.', remedy: START };
  if (options.executor === 'process') return { kind: 'none', reason: 'The cluster was started with --executor process.', remedy: START };
  const engine = await findEngine({
    stateDirectory,
    mayInstall: options.yes,
    mayStart: true,
    log,
    ...(globalThis.process.stdin.isTTY && !options.yes && { ask }),
  });
  if (engine.kind === 'none' && options.executor === 'docker')
    throw new StartError(`No container engine, and --executor docker demands one: ${engine.reason} ${engine.remedy}`.trim());
  return engine.kind === 'none' ? { ...engine, remedy: `${engine.remedy} && ${START}` } : engine;
}

async function ask(question: string): Promise<boolean> {
  const terminal = createInterface({ input: globalThis.process.stdin, output: globalThis.process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function prepareImages(engine: RunningEngine, options: StartOptions, kernel: Kernel, status: ContainersStatus): Promise<void> {
  if (options.images.length === 0) return;
  await engine.ready;
  const log = kernel.log.as('images');
  for (const name of options.images) {
    const image = await ensureImage(engine.docker, name, { log, mayInstall: options.yes });
    status.images.push(image);
    log.info(`The image ${name} is ready (${image.origin}${image.from === undefined ? '' : ` from ${image.from}`}).`);
  }
}
