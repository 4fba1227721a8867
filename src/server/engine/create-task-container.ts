import type { ContainerSpec } from '../../cluster/executor/containerizer.ts';
import type { Clock } from '../../cluster/kernel/clock.ts';
import { fetchArtifacts } from '../executors/fetch-artifacts.ts';
import { containerOptions, type ContainerSettings } from './container-options.ts';
import type { EngineConnection } from './engine-connection.ts';
import { engineMessage, isNotFound, isUnreachable } from './engine-faults.ts';
import { pullImage } from './pull-image.ts';

interface Steps {
  /** Fires when the task is killed meanwhile. */
  signal: AbortSignal;
  /** Writes a line into the sandbox's stderr. */
  note: (line: string) => Promise<void>;
  /** Tells the scheduler what is going on. */
  tell: (message: string) => void;
}

interface Surroundings {
  clock: Clock;
  engine: EngineConnection;
  settings: ContainerSettings;
}

async function pull({ clock, engine }: Surroundings, image: string, { signal, note, tell }: Steps): Promise<void> {
  const tellBoth = (message: string): void => {
    tell(message);
    void note(message);
  };
  try {
    await pullImage(engine.docker, image, { clock, signal, tell: tellBoth });
  } catch (fault) {
    if (isUnreachable(fault)) throw fault;
    const help = 'Check its name and tag, and that this machine can reach the registry';
    throw new Error(`the image ${image} could not be pulled: ${engineMessage(fault)}. ${help}`, { cause: fault });
  }
}

/**
 * Makes sandbox and container of a task ready, but starts nothing. The image is pulled when the engine says that it is
 * missing: asking first would cost every launch a round trip. Rejects with what went wrong, for people.
 */
export async function createTaskContainer(around: Surroundings, spec: ContainerSpec, steps: Steps): Promise<void> {
  const { docker, command, sandbox } = spec;
  if (!docker) throw new Error('it names no Docker image');
  const options = containerOptions(spec, docker, around.settings);
  await fetchArtifacts(command?.uris ?? [], sandbox, steps.signal, steps.note);
  const forced = docker.force_pull_image === true;
  if (forced) await pull(around, docker.image, steps);
  try {
    await around.engine.docker.createContainer(options);
  } catch (fault) {
    if (!isNotFound(fault) || forced) throw fault;
    await pull(around, docker.image, steps);
    await around.engine.docker.createContainer(options);
  }
}
