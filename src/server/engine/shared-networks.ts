import type Dockerode from 'dockerode';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContainerSpec, SharedNetwork } from '../../cluster/executor/containerizer.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import { importArchive } from '../images/ensure-image.ts';
import { containerName, holderOptions, type ContainerSettings } from './container-options.ts';
import type { EngineConnection } from './engine-connection.ts';
import { engineMessage, isNotFound } from './engine-faults.ts';
import { pauseProgram } from './pause-program.ts';

const IMAGE = 'dcos-local/pause';

/** A container that shares its network with others. */
type Member = Pick<ContainerSpec, 'containerId' | 'machine'>;

/**
 * The networks of groups. Docker keeps a network, with its address and its ports, for as long as the container runs that it was made for; so each
 * is made for a container that does nothing, which goes with the last of the group.
 */
export class SharedNetworks {
  readonly #engine: EngineConnection;
  readonly #settings: ContainerSettings;
  readonly #log: Log;
  readonly #members = new Map<string, Set<string>>();
  /** What is being done about a network: one thing after the other. */
  readonly #work = new Map<string, Promise<void>>();

  constructor(engine: EngineConnection, settings: ContainerSettings, log: Log) {
    this.#engine = engine;
    this.#settings = settings;
    this.#log = log;
  }

  /** Counts a container in; the network stays until all that were counted in have left. */
  enter({ id }: SharedNetwork, { containerId }: Member): void {
    const members = this.#members.get(id) ?? new Set();
    this.#members.set(id, members.add(containerId));
  }

  /** Resolves once the network is there. Rejects with what went wrong, for people. */
  async make(network: SharedNetwork, member: Member): Promise<void> {
    await this.#next(network.id, async () => {
      const holder = this.#holder(network);
      const state = await holder.inspect().catch(orUndefined);
      if (state?.State.Running) return;
      if (!state) await this.#create(network, member);
      await holder.start();
    });
  }

  /** The address that its containers have; undefined when it is not there any more. */
  async addressOf(network: SharedNetwork): Promise<string | undefined> {
    const info = await this.#engine.persist(() => this.#holder(network).inspect()).catch(orUndefined);
    return info && Object.values(info.NetworkSettings.Networks).find(({ IPAddress }) => IPAddress)?.IPAddress;
  }

  /** Removes the network with the last of its containers. */
  async leave(network: SharedNetwork, { containerId }: Member): Promise<void> {
    const members = this.#members.get(network.id);
    members?.delete(containerId);
    if (members && members.size > 0) return;
    this.#members.delete(network.id);
    await this.#next(network.id, async () => {
      // another one has come meanwhile
      if (this.#members.has(network.id)) return;
      await this.#engine
        .persist(() => this.#holder(network).remove({ force: true, v: true }))
        .catch((fault: unknown) => {
          if (!isNotFound(fault)) this.#log.warn(`The network of a pod could not be removed: ${engineMessage(fault)}`);
        });
    });
  }

  #holder({ id }: SharedNetwork): Dockerode.Container {
    return this.#engine.docker.getContainer(containerName(id));
  }

  async #next(id: string, work: () => Promise<void>): Promise<void> {
    const mine = (this.#work.get(id) ?? Promise.resolve()).catch(() => {}).then(work);
    this.#work.set(id, mine);
    try {
      await mine;
    } finally {
      if (this.#work.get(id) === mine) this.#work.delete(id);
    }
  }

  async #create(network: SharedNetwork, member: Member): Promise<void> {
    const options = holderOptions(member, network, IMAGE, this.#settings);
    try {
      await this.#engine.docker.createContainer(options);
    } catch (fault) {
      if (!isNotFound(fault)) throw fault;
      await importPause(this.#engine.docker);
      await this.#engine.docker.createContainer(options);
    }
  }
}

function orUndefined(fault: unknown): undefined {
  if (!isNotFound(fault)) throw fault;
  return undefined;
}

/** Nothing is pulled: the image is one file of ours. */
async function importPause(docker: Dockerode): Promise<void> {
  const { Arch } = await docker.version();
  const program = pauseProgram(Arch);
  if (!program) throw new Error(`pods on a network of their own need an engine on amd64 or arm64, and this one is on ${Arch}`);
  const root = await mkdtemp(join(tmpdir(), 'pause-'));
  try {
    await writeFile(join(root, 'pause'), program, { mode: 0o755 });
    await importArchive(docker, root, IMAGE, ['ENTRYPOINT ["/pause"]']);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
